// The glue asks where a worker's script came from, though it never fetches anything by that. Node's workers have no `self`.
var self = globalThis.self ?? { location: { href: "" } };

// Without this the glue makes a URL from where it was loaded, which throws where that is a blob.
Module["locateFile"] ??= (name) => name;
