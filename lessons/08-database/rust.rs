//! The database library behind a safe wrapper: "there is nothing" and "it could not be read" are two types.

mod database {
    use std::ffi::{CStr, CString, NulError, c_char, c_int};
    use std::fmt;
    use std::ptr::{self, NonNull};

    /// What a database pointer points at. Its inside is the library's.
    #[repr(C)]
    pub struct RawDatabase {
        _inside: [u8; 0],
    }

    unsafe extern "C" {
        fn db_open(path: *const c_char) -> Option<NonNull<RawDatabase>>;
        fn db_close(db: *mut RawDatabase);
        fn db_get(db: *mut RawDatabase, key: *const c_char) -> Option<NonNull<c_char>>;
        fn db_free_value(value: *mut c_char);
        fn db_set(db: *mut RawDatabase, key: *const c_char, value: *const c_char) -> c_int;
        fn db_delete(db: *mut RawDatabase, key: *const c_char) -> c_int;
        fn db_error(db: *const RawDatabase) -> c_int;
        fn db_lost_bytes(db: *const RawDatabase) -> usize;
        fn db_error_string(code: c_int) -> *const c_char;
    }

    const OK: c_int = 0;
    const NOT_FOUND: c_int = -1;

    #[derive(Debug)]
    pub enum Error {
        /// A text holds a NUL, so C would see only the start of it.
        Nul,
        /// The library refused, or failed: its code.
        Library(c_int),
    }

    impl From<NulError> for Error {
        fn from(_: NulError) -> Self {
            Self::Nul
        }
    }

    impl fmt::Display for Error {
        fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
            match self {
                Self::Nul => out.write_str("a text holds a NUL"),
                Self::Library(code) => out.write_str(words_for(*code).unwrap_or("unknown error")),
            }
        }
    }

    fn words_for(code: c_int) -> Option<&'static str> {
        // SAFETY: any number may be asked for. The answer is NULL, or text that lives as long as the program.
        let words = NonNull::new(unsafe { db_error_string(code) }.cast_mut())?;
        unsafe { CStr::from_ptr(words.as_ptr()) }.to_str().ok()
    }

    /// A value as the library gave it. `Drop` is the only place that gives it back.
    struct Value(NonNull<c_char>);

    impl Value {
        fn to_text(&self) -> String {
            // SAFETY: terminated, and ours until `drop`.
            let text = unsafe { CStr::from_ptr(self.0.as_ptr()) };
            text.to_string_lossy().into_owned()
        }
    }

    impl Drop for Value {
        fn drop(&mut self) {
            // SAFETY: it came from db_get, and a value is dropped once.
            unsafe { db_free_value(self.0.as_ptr()) }
        }
    }

    /// What was wrong with a file when it was opened.
    #[derive(Debug)]
    pub struct Damage {
        pub why: Error,
        pub lost_bytes: usize,
    }

    /// One open file.
    pub struct Database {
        raw: NonNull<RawDatabase>,
        damage: Option<Damage>,
    }

    impl Database {
        pub fn open(path: &str) -> Result<Self, Error> {
            let path = CString::new(path)?;
            // SAFETY: terminated; the library copies what it keeps. NULL asks how the opening went.
            let opened = unsafe { db_open(path.as_ptr()) };
            let raw = opened.ok_or_else(|| Error::Library(unsafe { db_error(ptr::null()) }))?;
            // SAFETY: open since the last line; nothing has called it in between.
            let (code, lost_bytes) = unsafe { (db_error(raw.as_ptr()), db_lost_bytes(raw.as_ptr())) };
            let damage = (code != OK).then(|| Damage {
                why: Error::Library(code),
                lost_bytes,
            });
            Ok(Self { raw, damage })
        }

        pub fn damage(&self) -> Option<&Damage> {
            self.damage.as_ref()
        }

        /// `&mut`, because each call overwrites the code of the one before.
        pub fn get(&mut self, key: &str) -> Result<Option<String>, Error> {
            let key = CString::new(key)?;
            // SAFETY: open until `drop`; the key outlives the call.
            let value = unsafe { db_get(self.raw.as_ptr(), key.as_ptr()) }.map(Value);
            if let Some(value) = value {
                return Ok(Some(value.to_text()));
            }
            // SAFETY: as above.
            match unsafe { db_error(self.raw.as_ptr()) } {
                NOT_FOUND => Ok(None),
                code => Err(Error::Library(code)),
            }
        }

        pub fn set(&mut self, key: &str, value: &str) -> Result<(), Error> {
            let (key, value) = (CString::new(key)?, CString::new(value)?);
            // SAFETY: open until `drop`; both texts outlive the call, and the library copies them.
            match unsafe { db_set(self.raw.as_ptr(), key.as_ptr(), value.as_ptr()) } {
                OK => Ok(()),
                code => Err(Error::Library(code)),
            }
        }

        /// Whether there was such a key.
        pub fn delete(&mut self, key: &str) -> Result<bool, Error> {
            let key = CString::new(key)?;
            // SAFETY: as in `set`.
            match unsafe { db_delete(self.raw.as_ptr(), key.as_ptr()) } {
                OK => Ok(true),
                NOT_FOUND => Ok(false),
                code => Err(Error::Library(code)),
            }
        }
    }

    impl Drop for Database {
        fn drop(&mut self) {
            // SAFETY: open, and a value is dropped once.
            unsafe { db_close(self.raw.as_ptr()) }
        }
    }
}

use database::{Database, Error};

fn run() -> Result<(), Error> {
    {
        let mut db = Database::open("notes.db")?;
        db.set("city", "London")?;
        db.set("draft", "...")?;
        println!("deleted: {} {}", db.delete("draft")?, db.delete("draft")?);
    }
    let mut db = Database::open("notes.db")?;
    if let Some(damage) = db.damage() {
        println!("damage: {}, {} bytes are lost", damage.why, damage.lost_bytes);
    }
    for key in ["city", "country", "", "ci\0ty"] {
        match db.get(key) {
            Ok(Some(value)) => println!("{key:?}: {value}"),
            Ok(None) => println!("{key:?}: there is none"),
            Err(error) => println!("{key:?}: {error}"),
        }
    }
    Ok(())
}

fn main() {
    if let Err(error) = run() {
        println!("failed: {error}");
    }
}

/// Stands in for the C library, so that this file runs by itself: same functions, same rules about who frees what. Its
/// "file" is a map in memory.
mod stand_in {
    use super::database::RawDatabase;
    use std::collections::BTreeMap;
    use std::ffi::{CStr, CString, c_char, c_int};
    use std::ptr::{null, null_mut};
    use std::sync::Mutex;

    type Content = BTreeMap<CString, CString>;
    static FILES: Mutex<BTreeMap<CString, Content>> = Mutex::new(BTreeMap::new());

    struct Inside {
        path: CString,
        content: Content,
        error: c_int,
    }

    #[unsafe(no_mangle)]
    unsafe extern "C" fn db_open(path: *const c_char) -> *mut RawDatabase {
        // SAFETY: the caller passes terminated text.
        let path = unsafe { CStr::from_ptr(path) }.to_owned();
        let content = FILES.lock().expect("no panic").get(&path).cloned();
        let inside = Inside {
            path,
            content: content.unwrap_or_default(),
            error: 0,
        };
        Box::into_raw(Box::new(inside)).cast()
    }

    #[unsafe(no_mangle)]
    unsafe extern "C" fn db_close(db: *mut RawDatabase) {
        if !db.is_null() {
            // SAFETY: the caller passes each database once.
            let Inside { path, content, .. } = *unsafe { Box::from_raw(db.cast::<Inside>()) };
            FILES.lock().expect("no panic").insert(path, content);
        }
    }

    /// # Safety
    /// `db` is open, and `key` is terminated text.
    unsafe fn with_key(
        db: *mut RawDatabase,
        key: *const c_char,
        act: impl FnOnce(&mut Content, &CStr) -> bool,
    ) -> c_int {
        let (inside, key) = unsafe { (&mut *db.cast::<Inside>(), CStr::from_ptr(key)) };
        inside.error = match key.is_empty() {
            true => -2,
            false if act(&mut inside.content, key) => 0,
            false => -1,
        };
        inside.error
    }

    #[unsafe(no_mangle)]
    unsafe extern "C" fn db_get(db: *mut RawDatabase, key: *const c_char) -> *mut c_char {
        let mut found = null_mut();
        // SAFETY: promised by the caller, here and below.
        unsafe {
            with_key(db, key, |content, key| {
                let value = content.get(key).cloned();
                found = value.map_or(null_mut(), CString::into_raw);
                !found.is_null()
            })
        };
        found
    }

    #[unsafe(no_mangle)]
    unsafe extern "C" fn db_free_value(value: *mut c_char) {
        if !value.is_null() {
            // SAFETY: the caller passes what db_get returned, once.
            drop(unsafe { CString::from_raw(value) });
        }
    }

    #[unsafe(no_mangle)]
    unsafe extern "C" fn db_set(db: *mut RawDatabase, key: *const c_char, value: *const c_char) -> c_int {
        unsafe {
            let value = CStr::from_ptr(value).to_owned();
            with_key(db, key, |content, key| {
                content.insert(key.to_owned(), value);
                true
            })
        }
    }

    #[unsafe(no_mangle)]
    unsafe extern "C" fn db_delete(db: *mut RawDatabase, key: *const c_char) -> c_int {
        unsafe { with_key(db, key, |content, key| content.remove(key).is_some()) }
    }

    #[unsafe(no_mangle)]
    unsafe extern "C" fn db_error(db: *const RawDatabase) -> c_int {
        // SAFETY: NULL, or an open database.
        unsafe { db.cast::<Inside>().as_ref() }.map_or(0, |inside| inside.error)
    }

    #[unsafe(no_mangle)]
    extern "C" fn db_lost_bytes(_db: *const RawDatabase) -> usize {
        0
    }

    #[unsafe(no_mangle)]
    extern "C" fn db_error_string(code: c_int) -> *const c_char {
        match code {
            -1 => c"there is no such key".as_ptr(),
            -2 => c"the key is missing, empty or too long".as_ptr(),
            _ => null(),
        }
    }
}
