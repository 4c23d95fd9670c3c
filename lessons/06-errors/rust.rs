//! The errors library behind a safe wrapper: a code becomes an `Err`, and nobody can take it for a result.

mod operations {
    use std::ffi::{CStr, c_char, c_int};
    use std::fmt;
    use std::sync::{Mutex, PoisonError};

    // Numbers in, a number or a pointer out: no argument can make one of these calls go wrong.
    unsafe extern "C" {
        safe fn perform_operation(input: c_int) -> c_int;
        safe fn get_last_error() -> c_int;
        safe fn get_error_string(code: c_int) -> *const c_char;
    }

    /// Why an operation failed: one variant for each code of the header.
    #[derive(Clone, Copy, Debug, PartialEq)]
    pub enum OperationError {
        Negative,
        TooLarge,
        NotEven,
        /// A later version of the library may know more of them.
        Unknown(c_int),
    }

    impl OperationError {
        fn from_code(code: c_int) -> Self {
            match code {
                1 => Self::Negative,
                2 => Self::TooLarge,
                3 => Self::NotEven,
                _ => Self::Unknown(code),
            }
        }

        fn code(self) -> c_int {
            match self {
                Self::Negative => 1,
                Self::TooLarge => 2,
                Self::NotEven => 3,
                Self::Unknown(code) => code,
            }
        }
    }

    impl fmt::Display for OperationError {
        fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
            let text = get_error_string(self.code());
            if text.is_null() {
                return write!(out, "error {}", self.code());
            }
            // SAFETY: not NULL, so it is terminated text that lives as long as the library.
            out.write_str(&unsafe { CStr::from_ptr(text) }.to_string_lossy())
        }
    }

    impl std::error::Error for OperationError {}

    /// The library has one last error. Between a call and the question why it failed, no other call may come.
    static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());

    pub fn halve(input: i32) -> Result<i32, OperationError> {
        let _guard = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
        match perform_operation(input) {
            half @ 0.. => Ok(half),
            _ => Err(OperationError::from_code(get_last_error())),
        }
    }
}

use operations::{OperationError, halve};

/// `?` hands the first failure on, together with its reason.
fn quarter(input: i32) -> Result<i32, OperationError> {
    halve(halve(input)?)
}

fn main() {
    for input in [8, 6, -4, 2000] {
        match quarter(input) {
            Ok(value) => println!("a quarter of {input}: {value}"),
            Err(OperationError::NotEven) => println!("a quarter of {input} is not whole"),
            Err(error) => println!("a quarter of {input}: {error}"),
        }
    }
    println!("a code of a later version: {}", OperationError::Unknown(99));
}

/// Stands in for the C library, so that this file runs by itself: same functions, same codes.
mod stand_in {
    use std::ffi::{c_char, c_int};
    use std::ptr::null;
    use std::sync::atomic::{AtomicI32, Ordering::SeqCst};

    static LAST_ERROR: AtomicI32 = AtomicI32::new(0);

    #[unsafe(no_mangle)]
    extern "C" fn perform_operation(input: c_int) -> c_int {
        let code = match input {
            ..0 => 1,
            1001.. => 2,
            _ if input % 2 != 0 => 3,
            _ => 0,
        };
        LAST_ERROR.store(code, SeqCst);
        if code == 0 { input / 2 } else { -1 }
    }

    #[unsafe(no_mangle)]
    extern "C" fn get_last_error() -> c_int {
        LAST_ERROR.load(SeqCst)
    }

    #[unsafe(no_mangle)]
    extern "C" fn get_error_string(code: c_int) -> *const c_char {
        match code {
            0 => c"no error".as_ptr(),
            1 => c"the input is negative".as_ptr(),
            2 => c"the input is larger than 1000".as_ptr(),
            3 => c"the input is not even".as_ptr(),
            _ => null(),
        }
    }
}
