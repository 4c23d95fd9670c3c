// The checker's imports. Whoever instantiates the library replaces them; these let it load on its own.
mergeInto(LibraryManager.library, {
  ffi_hook_allocated: function () {},
  ffi_hook_release: function () {
    return 1;
  },
  ffi_hook_fault: function () {},
});
