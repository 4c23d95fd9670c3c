//! The events library behind a safe wrapper: a subscription is a value, and ends when it does.

mod events {
    use std::any::Any;
    use std::cell::Cell;
    use std::ffi::{c_int, c_void};
    use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
    use std::rc::Rc;
    use std::slice;

    type EventCallback = extern "C" fn(c_int, *const c_void, usize, *mut c_void);

    unsafe extern "C" {
        fn register_event_handler(handler: EventCallback, user_data: *mut c_void) -> c_int;
        fn unregister_event_handler(id: c_int);
        fn trigger_event_sized(kind: c_int, data: *const c_void, len: usize);
        // Not trigger_event: there is no safe way to call a function that guesses.
    }

    /// `Fn`, not `FnMut`: a listener may trigger an event, and is then called while it runs.
    type Listener = Box<dyn Fn(i32, &[u8])>;

    thread_local! {
        /// The first panic of a listener during the event of now. It may not leave through C.
        static PANIC: Cell<Option<Box<dyn Any + Send>>> = const { Cell::new(None) };
    }

    /// What C calls, for every listener; `context` says which one is meant.
    extern "C" fn receive(kind: c_int, data: *const c_void, len: usize, context: *mut c_void) {
        let context: *const Listener = context.cast_const().cast();
        // SAFETY: the context is that of a subscription, which holds one count. This is a second one: a listener that
        // ends its own subscription is there until it has returned.
        let listener = unsafe {
            Rc::increment_strong_count(context);
            Rc::from_raw(context)
        };
        let bytes = match data.is_null() {
            true => &[],
            // SAFETY: the library lends `len` bytes for the length of this call, and the slice ends with it.
            false => unsafe { slice::from_raw_parts(data.cast::<u8>(), len) },
        };
        if let Err(panic) = catch_unwind(AssertUnwindSafe(|| listener(kind, bytes))) {
            PANIC.set(Some(panic));
        }
    }

    /// A listener that C knows of. It holds a raw pointer, so it stays in its thread, as the library demands.
    pub struct Subscription {
        id: c_int,
        context: *const Listener,
    }

    /// None when the library has no place for another listener.
    pub fn listen(listener: impl Fn(i32, &[u8]) + 'static) -> Option<Subscription> {
        let listener: Listener = Box::new(listener);
        let context = Rc::into_raw(Rc::new(listener));
        // SAFETY: `receive` is there for ever, and the context until `drop` has unregistered it.
        let id = unsafe { register_event_handler(receive, context.cast_mut().cast()) };
        if id < 0 {
            // SAFETY: C did not keep it, so the count is ours again.
            drop(unsafe { Rc::from_raw(context) });
            return None;
        }
        Some(Subscription { id, context })
    }

    impl Drop for Subscription {
        fn drop(&mut self) {
            // SAFETY: first C forgets the context, then it goes.
            unsafe {
                unregister_event_handler(self.id);
                drop(Rc::from_raw(self.context));
            }
        }
    }

    /// Panics when a listener did, after all of them were called.
    pub fn trigger(kind: i32, data: &[u8]) {
        let outer = PANIC.take();
        // SAFETY: the slice knows its own length.
        unsafe { trigger_event_sized(kind, data.as_ptr().cast(), data.len()) };
        if let Some(panic) = PANIC.replace(outer) {
            resume_unwind(panic);
        }
    }
}

use std::cell::RefCell;
use std::rc::Rc;

fn main() {
    let log = Rc::new(RefCell::new(Vec::new()));
    let logger = {
        let log = Rc::clone(&log);
        // `data` is borrowed for the call: what is to stay has to be copied, or this does not compile.
        events::listen(move |_, data| log.borrow_mut().push(data.to_vec()))
    };
    let _printer = events::listen(|kind, data| {
        println!("event {kind}: {}", String::from_utf8_lossy(data));
    });
    events::trigger(1, b"hello");
    events::trigger(2, b"");
    drop(logger);
    events::trigger(3, b"nobody logs this");
    println!("logged: {:?}", log.borrow());
}

/// Stands in for the C library, so that this file runs by itself: same functions, same rules.
mod stand_in {
    use std::cell::RefCell;
    use std::ffi::{c_int, c_void};

    type EventCallback = extern "C" fn(c_int, *const c_void, usize, *mut c_void);

    thread_local! {
        static HANDLERS: RefCell<Vec<(c_int, EventCallback, *mut c_void)>> = const { RefCell::new(Vec::new()) };
    }

    #[unsafe(no_mangle)]
    extern "C" fn register_event_handler(handler: EventCallback, user_data: *mut c_void) -> c_int {
        HANDLERS.with_borrow_mut(|handlers| {
            let id = handlers.last().map_or(1, |(id, ..)| id + 1);
            handlers.push((id, handler, user_data));
            id
        })
    }

    #[unsafe(no_mangle)]
    extern "C" fn unregister_event_handler(id: c_int) {
        HANDLERS.with_borrow_mut(|handlers| handlers.retain(|(each, ..)| *each != id));
    }

    #[unsafe(no_mangle)]
    extern "C" fn trigger_event_sized(kind: c_int, data: *const c_void, len: usize) {
        for (id, handler, user_data) in HANDLERS.with_borrow(Clone::clone) {
            // A handler before it may have unregistered this one.
            if HANDLERS.with_borrow(|handlers| handlers.iter().any(|(each, ..)| *each == id)) {
                handler(kind, data, len, user_data);
            }
        }
    }
}
