//! The published core in two halves: what a first visit runs, and the rest, which is fetched when the reader
//! does something (`www/core/later.js`).
//!
//! Which functions are in the first half is measured, not chosen: `cargo xtask profile` visits the page with a
//! core that notes what it runs, and writes down what it did not (`xtask/later.txt`). A function of the later
//! half is in the first one a few bytes that fetch the later half if it is not there and call the function
//! through the table, where the later half puts itself; the first half's functions that the later one calls stand
//! in the table, too. So each function may call any other, whichever half it is in, and a profile that is out of
//! date costs bytes or a fetch, never a wrong result. Data that only the later half refers to goes with it
//! ([`data`]). WebAssembly's own tools do the same for C (Binaryen's wasm-split); they are not on npm.

mod data;
mod plan;
pub mod profile;

use anyhow::{Context, Result};
use walrus::ir::Value;
use walrus::{
    ConstExpr, ElementItems, ElementKind, FunctionBuilder, FunctionId, FunctionKind, GlobalKind, Module,
    ModuleConfig, TableId, ValType, passes,
};

use plan::Plan;

/// The script that fetches the later half, as the bindings import it, and its function for that.
pub const SCRIPT: (&str, &str) = ("../core/later.js", "load");

/// The later half, in the folder of the core.
pub const LATER: &str = "manicule_later.wasm";

/// A module without anything in it: what lies at [`LATER`] beside a core that is whole.
pub const NOTHING: &[u8] = b"\0asm\x01\0\0\0";

/// What the later half calls the first one, and the first one's number that says whether the later one is there.
const FIRST: &str = "first";
const JOINED: &str = "joined";

/// The two halves.
pub struct Halves {
    pub first: Vec<u8>,
    pub later: Vec<u8>,
}

/// Cuts a module that was made of `linked`, the linker's output with its relocations. `is_later` is asked the
/// name of each function.
pub fn cut(module: &[u8], linked: &[u8], is_later: impl Fn(&str) -> bool) -> Result<Halves> {
    let (mut first, mut later) = (parsed(module)?, parsed(module)?);
    let plan = Plan::of(&first, is_later)?;
    let ranges = data::ranges(linked, &plan.later_names)?;
    let needed = keep_later(&mut later, &plan)?;
    let moved = data::take(&mut first, &ranges)?;
    data::put(&mut later, moved);
    keep_first(&mut first, &plan, &needed)?;
    Ok(Halves { first: first.emit_wasm(), later: later.emit_wasm() })
}

fn parsed(module: &[u8]) -> Result<Module> {
    ModuleConfig::new().parse(module).context("The compiled core could not be read")
}

/// The linker's output with the script's function among the imports, so that the bindings hand it over, and without
/// the relocations, which are not true of what is made of it.
pub fn with_script(linked: &[u8]) -> Result<Vec<u8>> {
    let mut module = parsed(linked)?;
    for section in ["linking", "reloc.CODE", "reloc.DATA"] {
        module.customs.remove_raw(section);
    }
    let nothing = module.types.add(&[], &[]);
    let (load, _) = module.add_import_func(SCRIPT.0, SCRIPT.1, nothing);
    // What nothing refers to would be left out.
    module.exports.add(SCRIPT.1, load);
    Ok(module.emit_wasm())
}

/// Leaves the later functions, which call the first half's through the table and import all else; the names of what
/// they need of the first half.
fn keep_later(later: &mut Module, plan: &Plan) -> Result<Vec<String>> {
    let segments: Vec<_> = later.data.iter().map(|segment| segment.id()).collect();
    segments.into_iter().for_each(|id| later.data.delete(id));
    let elements: Vec<_> = later.elements.iter().map(|element| element.id()).collect();
    elements.into_iter().for_each(|id| later.elements.delete(id));
    let exports: Vec<_> = later.exports.iter().map(|export| export.id()).collect();
    exports.into_iter().for_each(|id| later.exports.delete(id));
    later.start = None;
    let functions = plan::local_functions(later);
    import_state(later);
    let table = plan::function_table(later)?;
    for (at, slot) in &plan.lent {
        through_table(later, functions[*at], (table, *slot), None);
    }
    plan.grow(later.tables.get_mut(table));
    fill(later, table, &functions, plan::runs(&plan.slots, 0));
    passes::gc::run(later);
    Ok(later.imports.iter().filter(|it| it.module == FIRST).map(|it| it.name.clone()).collect())
}

/// Has functions stand in a table, each row of them from its slot on.
fn fill(module: &mut Module, table: TableId, functions: &[FunctionId], runs: Vec<(i32, Vec<usize>)>) {
    for (slot, run) in runs {
        let items = ElementItems::Functions(run.iter().map(|at| functions[*at]).collect());
        let offset = ConstExpr::Value(Value::I32(slot));
        let element = module.elements.add(ElementKind::Active { table, offset }, items);
        module.tables.get_mut(table).elem_segments.insert(element);
    }
}

/// Has a function do nothing but call what stands in a slot of a table, after another function if there is one. The
/// engine makes something for each function that one half gives the other by name, when it starts; a slot costs nothing.
fn through_table(
    module: &mut Module,
    id: FunctionId,
    (table, slot): (TableId, i32),
    before: Option<FunctionId>,
) {
    let ty = module.funcs.get(id).ty();
    let (params, results) = module.types.params_results(ty);
    let (params, results) = (params.to_vec(), results.to_vec());
    let mut builder = FunctionBuilder::new(&mut module.types, &params, &results);
    let arguments: Vec<_> = params.iter().map(|ty| module.locals.add(*ty)).collect();
    let mut body = builder.func_body();
    if let Some(before) = before {
        body.call(before);
    }
    for argument in &arguments {
        body.local_get(*argument);
    }
    body.i32_const(slot).call_indirect(ty, table);
    module.funcs.get_mut(id).kind = FunctionKind::Local(builder.local_func(arguments));
}

/// Memory, tables and globals are the first half's.
fn import_state(later: &mut Module) {
    for (name, id) in plan::memories(later) {
        let import = later.imports.add(FIRST, &name, id);
        let memory = later.memories.get_mut(id);
        memory.import = Some(import);
        memory.data_segments.clear();
    }
    for (name, id) in plan::tables(later) {
        let import = later.imports.add(FIRST, &name, id);
        let table = later.tables.get_mut(id);
        table.import = Some(import);
        table.elem_segments.clear();
    }
    for (name, id) in plan::globals(later) {
        let import = later.imports.add(FIRST, &name, id);
        later.globals.get_mut(id).kind = GlobalKind::Import(import);
    }
}

/// Leaves the first functions, which call the later ones through the table, and gives out what is `needed`.
fn keep_first(first: &mut Module, plan: &Plan, needed: &[String]) -> Result<()> {
    let functions = plan::local_functions(first);
    let table = plan::function_table(first)?;
    let size = first.tables.get(table).initial;
    plan.grow(first.tables.get_mut(table));
    let ensure = ensure(first)?;
    for (at, slot) in &plan.slots {
        through_table(first, functions[*at], (table, *slot), Some(ensure));
    }
    // Those that stood in the table before still do.
    fill(first, table, &functions, plan::runs(&plan.lent, size));
    for (name, id) in plan::memories(first) {
        give(first, needed, &name, id);
    }
    for (name, id) in plan::tables(first) {
        give(first, needed, &name, id);
    }
    for (name, id) in plan.globals(first) {
        give(first, needed, &name, id);
    }
    passes::gc::run(first);
    Ok(())
}

fn give(first: &mut Module, needed: &[String], name: &str, item: impl Into<walrus::ExportItem>) {
    if needed.iter().any(|it| it == name) {
        first.exports.add(name, item);
    }
}

/// The function that has the later half fetched if it is not there.
fn ensure(first: &mut Module) -> Result<FunctionId> {
    let load = first.imports.get_func(SCRIPT.0, SCRIPT.1).context("The core does not import its script.")?;
    first.exports.remove(SCRIPT.1)?;
    let zero = ConstExpr::Value(Value::I32(0));
    let joined = first.globals.add_local(ValType::I32, true, false, zero);
    first.exports.add(JOINED, joined);
    let mut builder = FunctionBuilder::new(&mut first.types, &[], &[]);
    builder.func_body().global_get(joined).if_else(
        None,
        |_| {},
        |absent| {
            absent.call(load);
        },
    );
    Ok(builder.finish(vec![], &mut first.funcs))
}

#[cfg(test)]
mod tests {
    use walrus::ir::Instr;

    use super::*;

    /// A module with a function for the first half that calls one for the later half, which calls another one for the
    /// first half, and what `with_script` adds.
    fn whole() -> Vec<u8> {
        let mut module = Module::default();
        let nothing = module.types.add(&[], &[]);
        let (load, _) = module.add_import_func(SCRIPT.0, SCRIPT.1, nothing);
        module.exports.add(SCRIPT.1, load);
        module.tables.add_local(false, 1, Some(1), walrus::RefType::FUNCREF);
        let mut lent = FunctionBuilder::new(&mut module.types, &[], &[]);
        lent.name("lent".to_owned()).func_body();
        let lent = lent.finish(vec![], &mut module.funcs);
        let mut later = FunctionBuilder::new(&mut module.types, &[ValType::I32], &[ValType::I32]);
        let given = module.locals.add(ValType::I32);
        later
            .name("later".to_owned())
            .func_body()
            .call(lent)
            .local_get(given)
            .i32_const(2)
            .binop(walrus::ir::BinaryOp::I32Mul);
        let later = later.finish(vec![given], &mut module.funcs);
        let mut first = FunctionBuilder::new(&mut module.types, &[], &[ValType::I32]);
        first.name("first".to_owned()).func_body().i32_const(21).call(later);
        let first = first.finish(vec![], &mut module.funcs);
        module.exports.add("first", first);
        module.emit_wasm()
    }

    /// The slots of the table that a module fills, with the names of the functions.
    fn filled(module: &Module) -> Vec<(i32, String)> {
        let functions = module.elements.iter().map(|element| match (&element.kind, &element.items) {
            (
                ElementKind::Active { offset: ConstExpr::Value(Value::I32(slot)), .. },
                ElementItems::Functions(ids),
            ) => (*slot, ids.iter().filter_map(|id| module.funcs.get(*id).name.clone()).collect()),
            _ => panic!("a half fills the table in another way"),
        });
        functions.collect()
    }

    #[test]
    fn each_half_reaches_the_others_functions_through_the_table() {
        let halves = cut(&whole(), &whole(), |name| name == "later").unwrap();
        let (first, later) = (parsed(&halves.first).unwrap(), parsed(&halves.later).unwrap());
        let stub = first.funcs.get(first.funcs.by_name("later").unwrap()).kind.unwrap_local();
        let called =
            stub.block(stub.entry_block()).instrs.iter().any(|(it, _)| matches!(it, Instr::CallIndirect(_)));
        assert!(called);
        assert!(first.exports.iter().any(|export| export.name == JOINED));
        // The old slot stays, of the new ones each half fills its own.
        assert_eq!(first.tables.iter().next().unwrap().initial, 3);
        assert_eq!(filled(&later), [(1, "later".to_owned())]);
        assert_eq!(filled(&first), [(2, "lent".to_owned())]);
        assert!(later.imports.iter().all(|import| import.module == FIRST));
        assert!(later.exports.iter().next().is_none());
        // What the later half calls is not given out by name, nor does it have a body there.
        let given =
            first.exports.iter().filter(|export| matches!(export.item, walrus::ExportItem::Function(_)));
        assert_eq!(given.map(|export| &export.name[..]).collect::<Vec<_>>(), ["first"]);
        let stub = later.funcs.get(later.funcs.by_name("lent").unwrap()).kind.unwrap_local();
        assert!(
            stub.block(stub.entry_block()).instrs.iter().any(|(it, _)| matches!(it, Instr::CallIndirect(_)))
        );
    }

    #[test]
    fn a_core_all_of_which_is_first_has_nothing_later() {
        let halves = cut(&whole(), &whole(), |_| false).unwrap();
        let later = parsed(&halves.later).unwrap();
        assert!(later.funcs.iter().next().is_none() && later.imports.iter().next().is_none());
    }

    #[test]
    fn what_is_no_module_is_refused() {
        assert!(cut(b"no module", NOTHING, |_| true).is_err());
    }
}
