//! The buffers library behind a safe wrapper: a slice is a pointer and a length, and nobody can separate the two.

mod buffers {
    use std::ffi::c_int;
    use std::ops::{Deref, DerefMut};
    use std::ptr::NonNull;
    use std::slice;

    unsafe extern "C" {
        fn sum_array(numbers: *const f32, count: usize) -> f32;
        fn modify_array(numbers: *mut c_int, count: usize);
        fn allocate_buffer(size: usize) -> *mut u8;
        fn free_buffer(buffer: *mut u8);
        fn fill_buffer(buffer: *mut u8, size: usize, pattern: u8);
    }

    /// No copy: C reads the slice where it is.
    pub fn sum(numbers: &[f32]) -> f32 {
        // SAFETY: the slice has `len` elements, and C only reads them.
        unsafe { sum_array(numbers.as_ptr(), numbers.len()) }
    }

    /// In place. `&mut` says that nobody else looks at the slice during the call.
    pub fn double(numbers: &mut [i32]) {
        // SAFETY: the slice has `len` elements; on every machine with an operating system `c_int` is `i32`.
        unsafe { modify_array(numbers.as_mut_ptr(), numbers.len()) }
    }

    /// Memory of the library. It is used like a slice of its bytes.
    pub struct Buffer {
        start: NonNull<u8>,
        len: usize,
    }

    impl Buffer {
        /// All bytes are `pattern`, from the beginning: there is no moment at which somebody could read what nobody wrote.
        /// None when `len` is 0 or there is no memory.
        pub fn filled(len: usize, pattern: u8) -> Option<Self> {
            // SAFETY: takes any length, and answers NULL when it cannot.
            let start = NonNull::new(unsafe { allocate_buffer(len) })?;
            // SAFETY: the block has `len` bytes.
            unsafe { fill_buffer(start.as_ptr(), len, pattern) };
            Some(Self { start, len })
        }
    }

    impl Deref for Buffer {
        type Target = [u8];

        fn deref(&self) -> &[u8] {
            // SAFETY: `len` bytes that `filled` has written, alive until `drop`; the borrow of `self` outlives the slice.
            unsafe { slice::from_raw_parts(self.start.as_ptr(), self.len) }
        }
    }

    impl DerefMut for Buffer {
        fn deref_mut(&mut self) -> &mut [u8] {
            // SAFETY: as above, and `&mut self` keeps every other view out.
            unsafe { slice::from_raw_parts_mut(self.start.as_ptr(), self.len) }
        }
    }

    impl Drop for Buffer {
        fn drop(&mut self) {
            // SAFETY: it came from allocate_buffer, and is released here only.
            unsafe { free_buffer(self.start.as_ptr()) }
        }
    }
}

use buffers::Buffer;

fn main() {
    println!("sum: {}", buffers::sum(&[0.5, 0.25, 0.125]));
    println!("2^24 + 1: {}", buffers::sum(&[16_777_216.0, 1.0]));

    let mut numbers = [1, -2, i32::MAX];
    buffers::double(&mut numbers);
    println!("doubled: {numbers:?}");

    let mut buffer = Buffer::filled(8, 1).expect("there is memory for 8 bytes");
    let copy = buffer.to_vec();
    buffer[..4].fill(2);
    println!("the view: {:?}", &buffer[..]);
    println!("the copy: {copy:?}");
    println!("no buffer of 0 bytes: {}", Buffer::filled(0, 0).is_none());
}

/// Stands in for the C library, so that this file runs by itself: same functions, same rules about who frees what.
mod stand_in {
    use std::ffi::{c_int, c_void};
    use std::ptr::null_mut;
    use std::slice;

    unsafe extern "C" {
        fn malloc(size: usize) -> *mut c_void;
        fn free(memory: *mut c_void);
    }

    #[unsafe(no_mangle)]
    unsafe extern "C" fn sum_array(numbers: *const f32, count: usize) -> f32 {
        // SAFETY: the caller passes `count` numbers.
        unsafe { slice::from_raw_parts(numbers, count) }.iter().sum()
    }

    #[unsafe(no_mangle)]
    unsafe extern "C" fn modify_array(numbers: *mut c_int, count: usize) {
        // SAFETY: the caller lends `count` numbers for the call.
        for number in unsafe { slice::from_raw_parts_mut(numbers, count) } {
            *number = number.saturating_mul(2);
        }
    }

    #[unsafe(no_mangle)]
    extern "C" fn allocate_buffer(size: usize) -> *mut u8 {
        if size == 0 {
            return null_mut();
        }
        // SAFETY: malloc takes any number.
        unsafe { malloc(size) }.cast()
    }

    #[unsafe(no_mangle)]
    unsafe extern "C" fn free_buffer(buffer: *mut u8) {
        // SAFETY: the caller passes NULL, or once what allocate_buffer returned.
        unsafe { free(buffer.cast()) }
    }

    #[unsafe(no_mangle)]
    unsafe extern "C" fn fill_buffer(buffer: *mut u8, size: usize, pattern: u8) {
        // SAFETY: the caller passes a buffer of `size` bytes, which may never have been written.
        unsafe { buffer.write_bytes(pattern, size) }
    }
}
