//! A section plugin in Rust, without dependencies and without the standard library: which streets
//! are dug up, and until when.

#![no_std]
#![deny(unsafe_op_in_unsafe_fn)]

mod abi;

use abi::{Node, Plugin, RawBuilder, RawHost, RawValues, Rc, Section, Str, Values, Writer, OK};

fn write_works(values: Values, work: Node, out: &mut Writer) {
    let (from, until) = (values.get(work, "from"), values.get(work, "until"));
    if is_before(values.text(until), values.text(from)) {
        out.error(until, "The works end before they begin");
    }
    out.block("facts/1", work, |out| {
        fact(out, "Street", values.get(work, "street"));
        fact(out, "From", from);
        fact(out, "Until", until);
    });
    if values.is_true(values.get(work, "closed")) {
        out.block("callout/1", work, |out| {
            out.attribute("kind", "warning");
            out.block("paragraph/1", work, |out| {
                out.text("Nobody can pass while this lasts.")
            });
        });
    }
}

/// ISO dates, compared as far as both are known: 2021-03 is not before 2021-03-10.
fn is_before(date: &[u8], other: &[u8]) -> bool {
    let known = date.len().min(other.len());
    date[..known] < other[..known]
}

fn fact(out: &mut Writer, label: &str, value: Node) {
    out.block("fact/1", value, |out| {
        out.attribute("label", label);
        out.place(value);
    });
}

/// The host lives until the section ends, and there is nothing else to keep: it is the section.
extern "C" fn create(host: *const RawHost, _id: Str, out: *mut *mut Section) -> Rc {
    unsafe { *out = host as *mut Section };
    OK
}

extern "C" fn render(
    section: *mut Section,
    values: *const RawValues,
    builder: *const RawBuilder,
) -> Rc {
    let values = unsafe { Values::new(values) };
    let mut out = unsafe { Writer::new(section as *const RawHost, builder) };
    for work in values.items(values.get(values.root(), "works")) {
        write_works(values, work, &mut out);
    }
    out.result
}

/// The manifest, which the build copies out beside the library.
#[used]
#[link_section = ".sheaf.manifest"]
static MANIFEST: [u8; include_bytes!("../road-works.plugin.json").len()] =
    *include_bytes!("../road-works.plugin.json");

static PLUGIN: Plugin = Plugin {
    size: core::mem::size_of::<Plugin>() as u32,
    minor: 0,
    min_host_minor: 0,
    flags: 0,
    id: Str::new("road-works"),
    version: Str::new(env!("CARGO_PKG_VERSION")),
    build: Str::new("rustc"),
    manifest: Str::of_bytes(&MANIFEST),
    create,
    check: None,
    render,
    destroy: None,
    extension: None,
};

#[no_mangle]
pub extern "C" fn sheaf_section_entry_1(_host_minor: u32) -> *const Plugin {
    &PLUGIN
}

/// Nothing here panics; if it did, Sheaf would stop the plugin when its time is over.
#[panic_handler]
fn panic(_: &core::panic::PanicInfo) -> ! {
    loop {
        core::hint::spin_loop();
    }
}
