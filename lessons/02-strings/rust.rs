//! The strings library behind a safe wrapper: whoever uses `mod strings` writes no `unsafe` and sees no pointer.

mod strings {
    use std::ffi::{CStr, CString, NulError, c_char};
    use std::fmt;
    use std::ptr::NonNull;
    use std::sync::{Mutex, MutexGuard};

    // The header, in Rust. `*const` and `*mut` say as little about ownership as they do in C.
    unsafe extern "C" {
        fn get_version() -> *const c_char;
        fn set_name(name: *const c_char) -> bool;
        fn get_error_message() -> *mut c_char;
        fn free_string(text: *mut c_char);
        fn store_string(text: *const c_char);
        fn stored_length() -> usize;
    }

    /// Text that the library allocated and that has to go back to it: `Drop` is the only place that calls `free_string`.
    struct OwnedText(NonNull<c_char>);

    impl OwnedText {
        /// # Safety
        /// `text` is NULL, or NUL-terminated text that `free_string` accepts and nobody else will release.
        unsafe fn from_c(text: *mut c_char) -> Option<Self> {
            NonNull::new(text).map(Self)
        }

        fn to_text(&self) -> String {
            // SAFETY: `from_c` was promised terminated text, and it is released only by `drop`.
            unsafe { CStr::from_ptr(self.0.as_ptr()) }
                .to_string_lossy()
                .into_owned()
        }
    }

    impl Drop for OwnedText {
        fn drop(&mut self) {
            // SAFETY: `from_c` was promised that it is ours to release; an owned value is dropped once.
            unsafe { free_string(self.0.as_ptr()) }
        }
    }

    #[derive(Debug)]
    pub enum SetNameError {
        /// The name holds a NUL, so C would see only the start of it.
        Nul(NulError),
        /// The library refused it, for this reason.
        Refused(String),
    }

    impl fmt::Display for SetNameError {
        fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
            match self {
                Self::Nul(error) => error.fmt(out),
                Self::Refused(reason) => reason.fmt(out),
            }
        }
    }

    /// The library has one state for the whole process, so there is one value of this type, behind a lock.
    pub struct Strings {
        stored: Option<CString>,
    }

    static STRINGS: Mutex<Strings> = Mutex::new(Strings { stored: None });

    /// Waits until no other thread uses the library.
    pub fn lock() -> MutexGuard<'static, Strings> {
        STRINGS
            .lock()
            .expect("no thread panicked while it used the library")
    }

    impl Strings {
        /// `'static`: the library never frees its version, so neither do we.
        pub fn version(&self) -> Option<&'static str> {
            // SAFETY: NULL, or text that lives as long as the program; the lock is held.
            let version = NonNull::new(unsafe { get_version() }.cast_mut())?;
            unsafe { CStr::from_ptr(version.as_ptr()) }.to_str().ok()
        }

        pub fn set_name(&mut self, name: &str) -> Result<(), SetNameError> {
            let name = CString::new(name).map_err(SetNameError::Nul)?;
            // SAFETY: `name` is terminated and outlives the call; the library copies what it wants to keep.
            if unsafe { set_name(name.as_ptr()) } {
                return Ok(());
            }
            // SAFETY: the caller of get_error_message owns its result; `&mut self` keeps any other set_name out until here.
            let reason = unsafe { OwnedText::from_c(get_error_message()) };
            Err(SetNameError::Refused(reason.map_or_else(
                || "no reason given".into(),
                |text| text.to_text(),
            )))
        }

        pub fn store(&mut self, text: &str) -> Result<(), NulError> {
            let next = CString::new(text)?;
            // SAFETY: the library keeps this address; moving a CString does not move its bytes, and `self.stored`
            // holds them until another address has taken their place.
            unsafe { store_string(next.as_ptr()) };
            self.stored = Some(next);
            Ok(())
        }

        pub fn stored_length(&self) -> usize {
            // SAFETY: nothing is stored, or it is the text that `self.stored` keeps alive.
            unsafe { stored_length() }
        }
    }
}

fn main() {
    let mut library = strings::lock();
    println!("version: {}", library.version().unwrap_or("unknown"));
    for name in ["Ada", "", "Ada\0Lovelace"] {
        match library.set_name(name) {
            Ok(()) => println!("{name:?} accepted"),
            Err(error) => println!("{name:?} refused: {error}"),
        }
    }
    for text in ["Ada", "Ada Lovelace"] {
        library.store(text).expect("no NUL in it");
    }
    println!("stored length: {}", library.stored_length());
}

/// Stands in for the C library, so that this file runs by itself: same functions, same rules about who frees what.
mod stand_in {
    use std::ffi::{CStr, CString, c_char};
    use std::ptr::{null, null_mut};
    use std::sync::atomic::{AtomicBool, AtomicPtr, Ordering::SeqCst};

    static FAILED: AtomicBool = AtomicBool::new(false);
    static STORED: AtomicPtr<c_char> = AtomicPtr::new(null_mut());

    #[unsafe(no_mangle)]
    extern "C" fn get_version() -> *const c_char {
        c"strings 1.0".as_ptr()
    }

    #[unsafe(no_mangle)]
    unsafe extern "C" fn set_name(name: *const c_char) -> bool {
        // SAFETY: the caller passes NULL or terminated text.
        let accepted = name != null() && !unsafe { CStr::from_ptr(name) }.is_empty();
        FAILED.store(!accepted, SeqCst);
        accepted
    }

    #[unsafe(no_mangle)]
    extern "C" fn get_error_message() -> *mut c_char {
        if !FAILED.load(SeqCst) {
            return null_mut();
        }
        c"the name is empty".to_owned().into_raw()
    }

    #[unsafe(no_mangle)]
    unsafe extern "C" fn free_string(text: *mut c_char) {
        if !text.is_null() {
            // SAFETY: the caller passes what get_error_message returned, once.
            drop(unsafe { CString::from_raw(text) });
        }
    }

    #[unsafe(no_mangle)]
    extern "C" fn store_string(text: *const c_char) {
        STORED.store(text.cast_mut(), SeqCst);
    }

    #[unsafe(no_mangle)]
    unsafe extern "C" fn stored_length() -> usize {
        let text = STORED.load(SeqCst);
        // SAFETY: whoever stored a text keeps it alive.
        if text.is_null() {
            0
        } else {
            unsafe { CStr::from_ptr(text) }.count_bytes()
        }
    }
}
