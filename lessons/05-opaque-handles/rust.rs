//! The handles library behind a safe wrapper: a handle is a value that is alive exactly as long as it exists.

mod handles {
    use std::ffi::c_int;
    use std::ptr::NonNull;

    /// What a handle points at. No field, no size worth knowing, no value of it in Rust: only pointers to one.
    #[repr(C)]
    pub struct RawHandle {
        _inside: [u8; 0],
    }

    unsafe extern "C" {
        fn create_handle(config: *const u8, len: usize) -> Option<NonNull<RawHandle>>;
        fn use_handle(handle: *const RawHandle) -> c_int;
        fn destroy_handle(handle: *mut RawHandle);
    }

    /// The header's HANDLE_MOST_CONFIG_BYTES.
    pub const MOST_CONFIG_BYTES: usize = 4096;

    #[derive(Debug)]
    pub enum CreateError {
        TooLong(usize),
        NoMemory,
    }

    /// One handle. It cannot be copied, so it has one owner, and there is no way to say "destroyed" but to drop it.
    pub struct Handle(NonNull<RawHandle>);

    // SAFETY: the library allows any thread to use a handle, as long as it is one at a time. A `Handle` may therefore
    // move to another thread. It is not `Sync`, so two threads can never share one: that holds without a line of code,
    // because a raw pointer is neither.
    unsafe impl Send for Handle {}

    impl Handle {
        pub fn new(config: &[u8]) -> Result<Self, CreateError> {
            if config.len() > MOST_CONFIG_BYTES {
                return Err(CreateError::TooLong(config.len()));
            }
            // SAFETY: the slice has `len` bytes, and the library copies them before it returns.
            let handle = unsafe { create_handle(config.as_ptr(), config.len()) };
            handle.map(Self).ok_or(CreateError::NoMemory)
        }

        /// Not `use`: that is a word of the language.
        pub fn apply(&self) -> i32 {
            // SAFETY: alive until `drop`, and no other thread can have it.
            unsafe { use_handle(self.0.as_ptr()) }
        }
    }

    impl Drop for Handle {
        fn drop(&mut self) {
            // SAFETY: it came from create_handle, and a value is dropped once.
            unsafe { destroy_handle(self.0.as_ptr()) }
        }
    }
}

use handles::{CreateError, Handle};

fn main() {
    let handle = Handle::new(&[10, 20, 12]).expect("short enough");
    println!("first use: {}", handle.apply());

    // `move` takes the handle along: after this line the compiler lets nobody use it here.
    let other = std::thread::spawn(move || handle.apply());
    println!("second use: {}", other.join().expect("no panic there"));

    match Handle::new(&[0; 5000]) {
        Ok(handle) => println!("accepted: {}", handle.apply()),
        Err(CreateError::TooLong(bytes)) => println!("refused: {bytes} bytes are too many"),
        Err(CreateError::NoMemory) => println!("refused: there is no memory left"),
    }
}

/// Stands in for the C library, so that this file runs by itself: same functions, same rules about who frees what.
mod stand_in {
    use super::handles::{MOST_CONFIG_BYTES, RawHandle};
    use std::ffi::c_int;
    use std::ptr::null_mut;
    use std::slice;

    struct Inside {
        sum: c_int,
        uses: std::cell::Cell<c_int>,
    }

    #[unsafe(no_mangle)]
    unsafe extern "C" fn create_handle(config: *const u8, len: usize) -> *mut RawHandle {
        if len > MOST_CONFIG_BYTES {
            return null_mut();
        }
        // SAFETY: the caller passes `len` bytes.
        let bytes = unsafe { slice::from_raw_parts(config, len) };
        let inside = Inside {
            sum: bytes.iter().copied().map(c_int::from).sum(),
            uses: 0.into(),
        };
        Box::into_raw(Box::new(inside)).cast()
    }

    #[unsafe(no_mangle)]
    unsafe extern "C" fn use_handle(handle: *const RawHandle) -> c_int {
        // SAFETY: NULL, or a handle of create_handle that is alive and that no other thread uses now.
        let Some(inside) = (unsafe { handle.cast::<Inside>().as_ref() }) else {
            return -1;
        };
        let uses = inside.uses.get();
        inside.uses.set(uses + 1);
        inside.sum + uses
    }

    #[unsafe(no_mangle)]
    unsafe extern "C" fn destroy_handle(handle: *mut RawHandle) {
        if !handle.is_null() {
            // SAFETY: the caller passes each handle once.
            drop(unsafe { Box::from_raw(handle.cast::<Inside>()) });
        }
    }
}
