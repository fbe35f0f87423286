//! `<sheaf/abi.h>`, generation 1, in Rust's words, and thin safe handles around it. The header says
//! what each member promises; structs only grow at the end, and a member that is not used is not
//! named here.

use core::ffi::c_void;
use core::marker::PhantomData;

#[repr(C)]
#[derive(Clone, Copy)]
pub struct Str {
    p: *const u8,
    n: usize,
}
// A borrowed text of this library: it never changes.
unsafe impl Sync for Str {}

impl Str {
    pub const fn new(text: &'static str) -> Str {
        Str {
            p: text.as_ptr(),
            n: text.len(),
        }
    }
    pub const fn of_bytes(bytes: &'static [u8]) -> Str {
        Str {
            p: bytes.as_ptr(),
            n: bytes.len(),
        }
    }
    fn lend(text: &str) -> Str {
        Str {
            p: text.as_ptr(),
            n: text.len(),
        }
    }
}

pub type Rc = i32;
pub type Node = u32;
pub const OK: Rc = 0;
pub const E_USAGE: Rc = -2;
pub const ERROR: i32 = 3;

#[repr(C)]
pub struct RawValues {
    size: u32,
    reserved: u32,
    ctx: *const c_void,
    root: Node,
    context: Node,
    kind: extern "C" fn(*const c_void, Node) -> i32,
    count: extern "C" fn(*const c_void, Node) -> u32,
    at: extern "C" fn(*const c_void, Node, u32, *mut Str) -> Node,
    get: extern "C" fn(*const c_void, Node, Str) -> Node,
    i64: extern "C" fn(*const c_void, Node, i64) -> i64,
    text: extern "C" fn(*const c_void, Node, *mut Str) -> Rc,
}

#[repr(C)]
pub struct RawBuilder {
    size: u32,
    reserved: u32,
    ctx: *mut c_void,
    open: extern "C" fn(*mut c_void, u32, Node) -> Rc,
    place: extern "C" fn(*mut c_void, Node) -> Rc,
    attr: extern "C" fn(*mut c_void, Str, Str) -> Rc,
    text: extern "C" fn(*mut c_void, Str) -> Rc,
    data: extern "C" fn(*mut c_void, Str, *const c_void, usize) -> Rc,
    close: extern "C" fn(*mut c_void) -> Rc,
}

#[repr(C)]
pub struct RawHost {
    size: u32,
    minor: u32,
    ctx: *mut c_void,
    name: Str,
    version: Str,
    extension: extern "C" fn(*mut c_void, Str) -> *const c_void,
    intern: extern "C" fn(*mut c_void, Str) -> u32,
    log: extern "C" fn(*mut c_void, i32, Str),
    diag: extern "C" fn(*mut c_void, i32, Str, Node, Str),
    cancelled: extern "C" fn(*mut c_void) -> i32,
}

/// Opaque: what `create` made.
#[repr(C)]
pub struct Section {
    private: [u8; 0],
}

#[repr(C)]
pub struct Plugin {
    pub size: u32,
    pub minor: u32,
    pub min_host_minor: u32,
    pub flags: u32,
    pub id: Str,
    pub version: Str,
    pub build: Str,
    pub manifest: Str,
    pub create: extern "C" fn(*const RawHost, Str, *mut *mut Section) -> Rc,
    pub check: Option<extern "C" fn(*mut Section, *const RawValues) -> Rc>,
    pub render: extern "C" fn(*mut Section, *const RawValues, *const RawBuilder) -> Rc,
    pub destroy: Option<extern "C" fn(*mut Section)>,
    pub extension: Option<extern "C" fn(Str) -> *const c_void>,
}

/// The values of one run.
#[derive(Clone, Copy)]
pub struct Values<'run>(&'run RawValues);

impl<'run> Values<'run> {
    /// # Safety
    /// `raw` is what `render` was called with.
    pub unsafe fn new(raw: *const RawValues) -> Values<'run> {
        Values(unsafe { &*raw })
    }
    pub fn root(self) -> Node {
        self.0.root
    }
    pub fn get(self, map: Node, key: &str) -> Node {
        (self.0.get)(self.0.ctx, map, Str::lend(key))
    }
    pub fn is_true(self, node: Node) -> bool {
        (self.0.i64)(self.0.ctx, node, 0) != 0
    }
    pub fn items(self, list: Node) -> impl Iterator<Item = Node> + 'run {
        let values = self.0;
        (0..(values.count)(values.ctx, list))
            .map(move |index| (values.at)(values.ctx, list, index, core::ptr::null_mut()))
    }
    /// The canonical text of a scalar, which lives as long as the values.
    pub fn text(self, node: Node) -> &'run [u8] {
        let mut out = Str {
            p: core::ptr::null(),
            n: 0,
        };
        if (self.0.text)(self.0.ctx, node, &mut out) != OK || out.n == 0 {
            return &[];
        }
        unsafe { core::slice::from_raw_parts(out.p, out.n) }
    }
}

/// Takes the blocks of one run, and keeps the first result that is not OK: Sheaf gives the same to
/// every call after that.
pub struct Writer<'run> {
    host: &'run RawHost,
    builder: &'run RawBuilder,
    pub result: Rc,
    lifetime: PhantomData<&'run ()>,
}

impl<'run> Writer<'run> {
    /// # Safety
    /// The pointers are what `create` and `render` were called with.
    pub unsafe fn new(host: *const RawHost, builder: *const RawBuilder) -> Writer<'run> {
        Writer {
            host: unsafe { &*host },
            builder: unsafe { &*builder },
            result: OK,
            lifetime: PhantomData,
        }
    }
    /// A block about `origin` (0: about nothing) with what `inside` writes in it; it is ended
    /// whatever happens, so that nothing is left open.
    pub fn block(&mut self, kind: &str, origin: Node, inside: impl FnOnce(&mut Self)) {
        let known = (self.host.intern)(self.host.ctx, Str::lend(kind));
        let opened = match known {
            0 => E_USAGE,
            known => (self.builder.open)(self.builder.ctx, known, origin),
        };
        self.note(opened);
        if self.result == OK {
            inside(self);
            let closed = (self.builder.close)(self.builder.ctx);
            self.note(closed);
        }
    }
    pub fn attribute(&mut self, name: &str, value: &str) {
        let result = (self.builder.attr)(self.builder.ctx, Str::lend(name), Str::lend(value));
        self.note(result);
    }
    pub fn text(&mut self, text: &str) {
        let result = (self.builder.text)(self.builder.ctx, Str::lend(text));
        self.note(result);
    }
    /// Lets Sheaf set a value in house style.
    pub fn place(&mut self, value: Node) {
        let result = (self.builder.place)(self.builder.ctx, value);
        self.note(result);
    }
    /// An error at the line of `value`, which fails the build.
    pub fn error(&mut self, value: Node, message: &str) {
        (self.host.diag)(
            self.host.ctx,
            ERROR,
            Str::new(""),
            value,
            Str::lend(message),
        );
    }
    fn note(&mut self, result: Rc) {
        if self.result == OK {
            self.result = result;
        }
    }
}
