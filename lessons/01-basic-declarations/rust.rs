//! The basics library behind safe functions: each parameter says what it is, and a slice brings its length along.

mod basics {
    use std::ffi::{CStr, c_char, c_int};

    // The header and two functions of libc, written down once more. The compiler cannot compare this with the header
    // either: `unsafe extern` means that whoever writes it answers for every word.
    unsafe extern "C" {
        fn compute_hash(data: *const u8, len: usize) -> u64;
        fn process_array(arr: *mut i32, len: usize) -> c_int;
        fn strlen(text: *const c_char) -> usize;
        fn strcmp(left: *const c_char, right: *const c_char) -> c_int;
    }

    pub fn hash(bytes: &[u8]) -> u64 {
        // SAFETY: a slice of `len` bytes, which the library only reads.
        unsafe { compute_hash(bytes.as_ptr(), bytes.len()) }
    }

    /// In bytes. A `CStr` ends with a NUL, so C finds its end.
    pub fn byte_length(text: &CStr) -> usize {
        // SAFETY: terminated, and alive during the call.
        unsafe { strlen(text.as_ptr()) }
    }

    /// Below 0, 0 or above 0, by bytes.
    pub fn compare(left: &CStr, right: &CStr) -> i32 {
        // SAFETY: both are terminated, and alive during the call.
        unsafe { strcmp(left.as_ptr(), right.as_ptr()) }
    }

    /// None when the double of some number does not fit. No malloc: C may write into a `Vec` as well as anybody.
    pub fn doubled(numbers: &[i32]) -> Option<Vec<i32>> {
        let mut copy = numbers.to_vec();
        // SAFETY: the copy has `len` elements, and nobody else looks at it during the call.
        let status = unsafe { process_array(copy.as_mut_ptr(), copy.len()) };
        (status == 0).then_some(copy)
    }
}

fn main() {
    let hash = basics::hash(b"Ada");
    println!("hash: {hash}");
    // `as` cuts the upper half off, and says nothing; `try_from` says so.
    println!("its lower half: {}", hash as u32);
    println!("as 32 bits: {:?}", u32::try_from(hash));

    println!("bytes of Zoë: {}", basics::byte_length(c"Zoë"));
    println!("Ada before Zoë: {}", basics::compare(c"Ada", c"Zoë") < 0);
    println!("doubled: {:?}", basics::doubled(&[1, -2, 3]));
    println!("doubled: {:?}", basics::doubled(&[i32::MAX]));
}

/// Stands in for the C library, so that this file runs by itself: same functions, same results.
mod stand_in {
    use std::ffi::c_int;
    use std::slice;

    #[unsafe(no_mangle)]
    unsafe extern "C" fn compute_hash(data: *const u8, len: usize) -> u64 {
        // SAFETY: the caller passes `len` bytes.
        let bytes = unsafe { slice::from_raw_parts(data, len) };
        bytes.iter().fold(14695981039346656037, |hash: u64, byte| {
            (hash ^ u64::from(*byte)).wrapping_mul(1099511628211)
        })
    }

    #[unsafe(no_mangle)]
    unsafe extern "C" fn process_array(arr: *mut i32, len: usize) -> c_int {
        // SAFETY: the caller passes `len` elements, and lends them for the call.
        let numbers = unsafe { slice::from_raw_parts_mut(arr, len) };
        if numbers.iter().any(|each| each.checked_mul(2).is_none()) {
            return -1;
        }
        for each in numbers {
            *each *= 2;
        }
        0
    }
}
