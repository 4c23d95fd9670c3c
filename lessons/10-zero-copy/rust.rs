//! The zero-copy library behind a safe wrapper: bytes are lent by the rules of the language, and nothing is counted.

mod zerocopy {
    use std::ptr::NonNull;
    use std::slice;

    /// What a buffer pointer points at. Its inside is the library's.
    #[repr(C)]
    pub struct RawBuffer {
        _inside: [u8; 0],
    }

    unsafe extern "C" {
        fn create_buffer(size: usize) -> Option<NonNull<RawBuffer>>;
        fn destroy_buffer(buffer: *mut RawBuffer);
        fn get_buffer_data(buffer: *mut RawBuffer) -> *mut u8;
        fn get_buffer_size(buffer: *const RawBuffer) -> usize;
        fn process_buffer(buffer: *mut RawBuffer) -> std::ffi::c_int;
        fn grow_buffer(buffer: *mut RawBuffer, size: usize) -> bool;
    }

    pub struct SharedBuffer(NonNull<RawBuffer>);

    impl SharedBuffer {
        /// None for a size of 0, and when there is no memory.
        pub fn new(size: usize) -> Option<Self> {
            // SAFETY: any size may be asked for.
            unsafe { create_buffer(size) }.map(Self)
        }

        /// Lends the bytes. As long as the slice is used, `self` is borrowed, and nobody can call `grow`.
        pub fn bytes(&mut self) -> &mut [u8] {
            // SAFETY: alive until `drop`. The bytes stay where they are until `grow`, which needs `&mut self` too.
            unsafe {
                let size = get_buffer_size(self.0.as_ptr());
                slice::from_raw_parts_mut(get_buffer_data(self.0.as_ptr()), size)
            }
        }

        /// Turns each byte into its complement. False when C says that it did not work.
        pub fn process(&mut self) -> bool {
            // SAFETY: as above, and no slice of these bytes is in use.
            unsafe { process_buffer(self.0.as_ptr()) == 0 }
        }

        /// Moves the bytes. False when there is no memory, or when there would be fewer.
        pub fn grow(&mut self, size: usize) -> bool {
            // SAFETY: as above.
            unsafe { grow_buffer(self.0.as_ptr(), size) }
        }
    }

    impl Drop for SharedBuffer {
        fn drop(&mut self) {
            // SAFETY: it came from create_buffer, and a value is dropped once.
            unsafe { destroy_buffer(self.0.as_ptr()) }
        }
    }
}

use zerocopy::SharedBuffer;

fn main() {
    let mut buffer = SharedBuffer::new(4).expect("there is memory for four bytes");
    let bytes = buffer.bytes();
    bytes.copy_from_slice(&[1, 2, 3, 4]);
    println!("processed: {}", buffer.process());

    // A line that uses `bytes` from here on would be refused: `process` and `grow` needed the buffer for themselves.
    println!("grown: {}", buffer.grow(6));
    println!("after: {:?}", buffer.bytes());
    println!("smaller: {}", buffer.grow(2));
    println!("of no size: {}", SharedBuffer::new(0).is_some());
}

/// Stands in for the C library, so that this file runs by itself: same functions, and `grow_buffer` moves the bytes.
mod stand_in {
    use super::zerocopy::RawBuffer;
    use std::ffi::c_int;
    use std::ptr::null_mut;

    type Bytes = Box<[u8]>;

    /// # Safety
    /// `buffer` came from create_buffer and is alive, and nobody else uses it now.
    unsafe fn bytes<'a>(buffer: *mut RawBuffer) -> &'a mut Bytes {
        unsafe { &mut *buffer.cast::<Bytes>() }
    }

    #[unsafe(no_mangle)]
    extern "C" fn create_buffer(size: usize) -> *mut RawBuffer {
        match size {
            0 => null_mut(),
            size => Box::into_raw(Box::<Bytes>::new(vec![0; size].into())).cast(),
        }
    }

    #[unsafe(no_mangle)]
    unsafe extern "C" fn destroy_buffer(buffer: *mut RawBuffer) {
        if !buffer.is_null() {
            // SAFETY: the caller passes each buffer once.
            drop(unsafe { Box::from_raw(buffer.cast::<Bytes>()) });
        }
    }

    // SAFETY: the caller of each of these promises what `bytes` asks for.

    #[unsafe(no_mangle)]
    unsafe extern "C" fn get_buffer_data(buffer: *mut RawBuffer) -> *mut u8 {
        unsafe { bytes(buffer) }.as_mut_ptr()
    }

    #[unsafe(no_mangle)]
    unsafe extern "C" fn get_buffer_size(buffer: *const RawBuffer) -> usize {
        unsafe { bytes(buffer.cast_mut()) }.len()
    }

    #[unsafe(no_mangle)]
    unsafe extern "C" fn process_buffer(buffer: *mut RawBuffer) -> c_int {
        for byte in unsafe { bytes(buffer) }.iter_mut() {
            *byte = !*byte;
        }
        0
    }

    #[unsafe(no_mangle)]
    unsafe extern "C" fn grow_buffer(buffer: *mut RawBuffer, size: usize) -> bool {
        let old = unsafe { bytes(buffer) };
        if size < old.len() {
            return false;
        }
        let mut moved: Bytes = vec![0; size].into();
        moved[..old.len()].copy_from_slice(old);
        *old = moved;
        true
    }
}
