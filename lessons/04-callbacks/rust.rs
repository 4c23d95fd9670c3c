//! The callbacks library behind a safe wrapper: C runs the loop, and a Rust closure is its body.

mod items {
    use std::any::Any;
    use std::ffi::{c_int, c_void};
    use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
    use std::sync::Mutex;

    /// The header's `callback`. A C function pointer carries no closure: everything it is to know comes as user data.
    pub type Callback = unsafe extern "C" fn(value: c_int, user_data: *mut c_void);

    unsafe extern "C" {
        fn register_callback(function: Option<Callback>, user_data: *mut c_void);
        fn process_items(items: *const c_int, count: usize);
        fn unregister_callback();
    }

    /// What `user_data` points at during a loop: the closure, and what it panicked with.
    struct Loop<F> {
        visit: F,
        panic: Option<Box<dyn Any + Send>>,
    }

    /// One C function for every closure type: it finds its closure behind `user_data`.
    unsafe extern "C" fn call<F: FnMut(i32)>(value: c_int, user_data: *mut c_void) {
        // SAFETY: `for_each` registered this function together with a `Loop<F>` that outlives the registration.
        let state = unsafe { &mut *user_data.cast::<Loop<F>>() };
        // A panic must not unwind through C. It is kept, and C is told to stop.
        if let Err(panic) = catch_unwind(AssertUnwindSafe(|| (state.visit)(value))) {
            state.panic = Some(panic);
            // SAFETY: the library allows a callback to unregister itself.
            unsafe { unregister_callback() }
        }
    }

    /// The library has room for a single callback, so there is a single loop at a time.
    static ONE_LOOP: Mutex<()> = Mutex::new(());

    #[derive(Debug)]
    pub struct Busy;

    /// Calls `visit` with each item, first to last. `Busy` while another loop runs: in another thread, or around this one.
    pub fn for_each<F: FnMut(i32)>(items: &[i32], visit: F) -> Result<(), Busy> {
        let Ok(_guard) = ONE_LOOP.try_lock() else {
            return Err(Busy);
        };
        let mut state = Loop { visit, panic: None };
        // SAFETY: the slice has `len` items; `state` lives until the end of this function, and the registration ends first.
        unsafe {
            register_callback(Some(call::<F>), (&raw mut state).cast());
            process_items(items.as_ptr(), items.len());
            unregister_callback();
        }
        match state.panic {
            Some(panic) => resume_unwind(panic),
            None => Ok(()),
        }
    }
}

fn main() {
    // The closure changes a variable of its surroundings; the compiler knows that it does so until `for_each` returns.
    let mut sum = 0;
    items::for_each(&[1, 2, 3], |value| sum += value).expect("no other loop");
    println!("sum: {sum}");

    items::for_each(&[7], |_| {
        let inner = items::for_each(&[8], |value| println!("item: {value}"));
        println!("a loop inside a loop: {inner:?}");
    })
    .expect("no other loop");
}

/// Stands in for the C library, so that this file runs by itself: one callback, called for each item.
mod stand_in {
    use super::items::Callback;
    use std::ffi::{c_int, c_void};
    use std::ptr::null_mut;
    use std::sync::atomic::{AtomicPtr, Ordering::SeqCst};
    use std::sync::Mutex;

    static FUNCTION: Mutex<Option<Callback>> = Mutex::new(None);
    static USER_DATA: AtomicPtr<c_void> = AtomicPtr::new(null_mut());

    fn function() -> Option<Callback> {
        // The lock is given back before the callback runs, which may register or unregister.
        *FUNCTION.lock().expect("nothing panics while it holds this")
    }

    #[unsafe(no_mangle)]
    extern "C" fn register_callback(function: Option<Callback>, user_data: *mut c_void) {
        *FUNCTION.lock().expect("nothing panics while it holds this") = function;
        USER_DATA.store(user_data, SeqCst);
    }

    #[unsafe(no_mangle)]
    unsafe extern "C" fn process_items(items: *const c_int, count: usize) {
        for index in 0..count {
            let Some(callback) = function() else { return };
            // SAFETY: the caller passes `count` items, and a callback that goes with its user data.
            unsafe { callback(*items.add(index), USER_DATA.load(SeqCst)) }
        }
    }

    #[unsafe(no_mangle)]
    extern "C" fn unregister_callback() {
        register_callback(None, null_mut());
    }
}
