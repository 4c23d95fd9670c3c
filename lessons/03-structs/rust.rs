//! The structs library behind a safe wrapper: values go in, values come out, and the compiler lays them out.

mod structs {
    use std::ffi::c_int;
    use std::ops::Deref;
    use std::ptr::NonNull;
    use std::slice;

    /// `repr(C)` asks for C's layout. Without it the compiler may put the fields into any order.
    #[repr(C)]
    #[derive(Clone, Copy, Debug)]
    pub struct Point {
        pub x: f64,
        pub y: f64,
    }

    #[repr(C)]
    #[derive(Clone, Copy, Debug)]
    pub struct Rect {
        pub top_left: Point,
        pub bottom_right: Point,
    }

    /// A channel is a `u8`: 256 does not compile, so nobody has to check it.
    #[repr(C)]
    #[derive(Clone, Copy, Debug)]
    pub struct Color {
        pub r: u8,
        pub g: u8,
        pub b: u8,
        pub a: u8,
    }

    // `safe` says that no argument of these types can make the call go wrong. A `&Rect` is what C calls a
    // `const Rect *`, and is never NULL; an `Option<NonNull<Color>>` is a `Color *` whose NULL is `None`.
    unsafe extern "C" {
        safe fn calculate_distance(from: Point, to: Point) -> f64;
        safe fn rect_contains_point(rect: &Rect, point: Point) -> bool;
        safe fn create_gradient(start: Color, end: Color, steps: c_int) -> Option<NonNull<Color>>;
        fn free_colors(colors: *mut Color);
    }

    pub fn distance(from: Point, to: Point) -> f64 {
        calculate_distance(from, to)
    }

    pub fn contains(rect: &Rect, point: Point) -> bool {
        rect_contains_point(rect, point)
    }

    /// An array that C allocated, and how many colours it has: the length that the pointer does not carry.
    pub struct Gradient {
        colors: NonNull<Color>,
        len: usize,
    }

    impl Gradient {
        /// None when there is no step, or no memory.
        pub fn new(start: Color, end: Color, steps: usize) -> Option<Self> {
            let count = c_int::try_from(steps).ok()?;
            let colors = create_gradient(start, end, count)?;
            Some(Self { colors, len: steps })
        }
    }

    /// No copy: the slice borrows the gradient, so it cannot be used after `drop`.
    impl Deref for Gradient {
        type Target = [Color];

        fn deref(&self) -> &[Color] {
            // SAFETY: the library made `len` colours at this address, and they live until `drop`.
            unsafe { slice::from_raw_parts(self.colors.as_ptr(), self.len) }
        }
    }

    impl Drop for Gradient {
        fn drop(&mut self) {
            // SAFETY: it came from create_gradient, and is released here only.
            unsafe { free_colors(self.colors.as_ptr()) }
        }
    }
}

use structs::{Color, Gradient, Point, Rect};

/// One byte, eight, one byte: the gaps are the same as in C.
#[repr(C)]
struct Reading {
    flag: u8,
    value: f64,
    level: u8,
}

fn main() {
    println!(
        "Reading: {} bytes, flag at {}, value at {}, level at {}",
        size_of::<Reading>(),
        std::mem::offset_of!(Reading, flag),
        std::mem::offset_of!(Reading, value),
        std::mem::offset_of!(Reading, level),
    );

    let corner = Point { x: 0.0, y: 0.0 };
    let point = Point { x: 3.0, y: 4.0 };
    let frame = Rect {
        top_left: corner,
        bottom_right: Point { x: 10.0, y: 5.0 },
    };
    println!("distance: {}", structs::distance(corner, point));
    println!("inside: {}", structs::contains(&frame, point));

    let red = Color { r: 255, g: 0, b: 0, a: 255 };
    let blue = Color { r: 0, g: 0, b: 255, a: 255 };
    for steps in [3, 0] {
        match Gradient::new(red, blue, steps) {
            Some(gradient) => {
                for Color { r, g, b, a } in gradient.iter() {
                    println!("rgb({r} {g} {b} / {})", f64::from(*a) / 255.0);
                }
            }
            None => println!("no gradient of {steps} steps"),
        }
    }
}

/// Stands in for the C library, so that this file runs by itself: same functions, same layout, same rules.
mod stand_in {
    use super::structs::{Color, Point, Rect};
    use std::ffi::{c_int, c_void};
    use std::ptr::null_mut;

    unsafe extern "C" {
        fn calloc(count: usize, size: usize) -> *mut c_void;
        fn free(memory: *mut c_void);
    }

    #[unsafe(no_mangle)]
    extern "C" fn calculate_distance(from: Point, to: Point) -> f64 {
        (to.x - from.x).hypot(to.y - from.y)
    }

    #[unsafe(no_mangle)]
    extern "C" fn rect_contains_point(rect: &Rect, point: Point) -> bool {
        let Rect { top_left, bottom_right } = rect;
        (top_left.x..=bottom_right.x).contains(&point.x) && (top_left.y..=bottom_right.y).contains(&point.y)
    }

    fn between(start: u8, end: u8, step: usize, last: usize) -> u8 {
        if last == 0 {
            return start;
        }
        let part = step as f64 / last as f64;
        (f64::from(start) + (f64::from(end) - f64::from(start)) * part).round() as u8
    }

    #[unsafe(no_mangle)]
    extern "C" fn create_gradient(start: Color, end: Color, steps: c_int) -> *mut Color {
        let Ok(steps @ 1..) = usize::try_from(steps) else {
            return null_mut();
        };
        // SAFETY: calloc takes any two numbers, and answers NULL when it cannot.
        let colors = unsafe { calloc(steps, size_of::<Color>()) }.cast::<Color>();
        if colors.is_null() {
            return colors;
        }
        for step in 0..steps {
            let color = Color {
                r: between(start.r, end.r, step, steps - 1),
                g: between(start.g, end.g, step, steps - 1),
                b: between(start.b, end.b, step, steps - 1),
                a: between(start.a, end.a, step, steps - 1),
            };
            // SAFETY: `step` is below the number of colours there is room for.
            unsafe { colors.add(step).write(color) };
        }
        colors
    }

    #[unsafe(no_mangle)]
    unsafe extern "C" fn free_colors(colors: *mut Color) {
        // SAFETY: the caller passes NULL, or once what create_gradient returned.
        unsafe { free(colors.cast()) }
    }
}
