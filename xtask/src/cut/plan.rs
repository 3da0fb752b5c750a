//! Which function goes into which half, and where in the table the later ones are found.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use anyhow::{Context, Result, bail, ensure};
use walrus::ir::{self, Value, Visitor};
use walrus::{
    ConstExpr, ElementItems, ElementKind, ExportItem, FunctionId, FunctionKind, GlobalId, MemoryId, Module,
    RefType, Table, TableId,
};

/// Functions with their slots of the table.
pub type Slots = BTreeMap<usize, i32>;

/// Functions are told by their place among those that have a body: a module that is parsed twice has the same.
pub struct Plan {
    /// The names of the later half's functions.
    pub later_names: HashSet<String>,
    /// The later ones that the first half, the table or an export refers to, each with its slot of the table.
    pub slots: Slots,
    /// The first half's that the later one refers to, likewise.
    pub lent: Slots,
    /// How many slots the table has with them.
    size: u64,
    /// How many globals the module has before any is added.
    globals: usize,
}

impl Plan {
    pub fn of(module: &Module, is_later: impl Fn(&str) -> bool) -> Result<Self> {
        let functions = local_functions(module);
        let name = |id: &FunctionId| module.funcs.get(*id).name.clone().unwrap_or_default();
        let (later, first): (BTreeSet<usize>, BTreeSet<usize>) =
            (0..functions.len()).partition(|at| is_later(&name(&functions[*at])));
        let places: HashMap<FunctionId, usize> =
            functions.iter().enumerate().map(|(at, id)| (*id, at)).collect();
        let known =
            |id: &FunctionId, of: &BTreeSet<usize>| places.get(id).copied().filter(|at| of.contains(at));
        let referred_by = |half: &BTreeSet<usize>, of: &BTreeSet<usize>| -> BTreeSet<usize> {
            let all = half.iter().flat_map(|at| referred(module, functions[*at]));
            all.filter_map(|id| known(&id, of)).collect()
        };
        let exported = module.exports.iter().filter_map(|export| match export.item {
            ExportItem::Function(id) => known(&id, &later),
            _ => None,
        });
        let mut called = referred_by(&first, &later);
        called.extend(exported);
        let table = in_table(module)?;
        let placed = |of: &BTreeSet<usize>| -> Slots {
            // Of a function that stands in the table twice, the first slot.
            table.iter().rev().filter_map(|(slot, id)| Some((known(id, of)?, *slot))).collect()
        };
        let mut size = module.tables.get(function_table(module)?).initial;
        let mut slots = placed(&later);
        add_slots(&mut slots, &called, &mut size)?;
        let lending = referred_by(&later, &first);
        let mut lent = placed(&first);
        lent.retain(|at, _| lending.contains(at));
        add_slots(&mut lent, &lending, &mut size)?;
        let later_names = later.iter().map(|at| name(&functions[*at])).collect();
        Ok(Self { later_names, slots, lent, size, globals: module.globals.iter().count() })
    }

    /// Makes room in the table.
    pub fn grow(&self, table: &mut Table) {
        table.initial = self.size;
        table.maximum = table.maximum.map(|most| most.max(self.size));
    }

    /// The globals that the module came with.
    pub fn globals(&self, module: &Module) -> Vec<(String, GlobalId)> {
        globals(module).into_iter().take(self.globals).collect()
    }
}

/// The functions of neighbouring slots from `least` on, with the first slot of each row.
pub fn runs(slots: &Slots, least: u64) -> Vec<(i32, Vec<usize>)> {
    let by_slot: BTreeMap<i32, usize> = slots.iter().map(|(at, slot)| (*slot, *at)).collect();
    let mut runs: Vec<(i32, Vec<usize>)> = Vec::new();
    for (slot, at) in by_slot.into_iter().filter(|(slot, _)| u64::try_from(*slot).is_ok_and(|it| it >= least))
    {
        match runs.last_mut() {
            Some((start, run)) if usize::try_from(slot - *start) == Ok(run.len()) => run.push(at),
            _ => runs.push((slot, vec![at])),
        }
    }
    runs
}

/// Gives each of `called` that has no slot the next one after the table's end.
fn add_slots(slots: &mut Slots, called: &BTreeSet<usize>, size: &mut u64) -> Result<()> {
    for at in called {
        if let Entry::Vacant(slot) = slots.entry(*at) {
            slot.insert(i32::try_from(*size)?);
            *size += 1;
        }
    }
    Ok(())
}

/// The functions that have a body, in the module's order.
pub fn local_functions(module: &Module) -> Vec<FunctionId> {
    module.funcs.iter().filter(|it| matches!(it.kind, FunctionKind::Local(_))).map(|it| it.id()).collect()
}

pub fn memories(module: &Module) -> Vec<(String, MemoryId)> {
    module.memories.iter().enumerate().map(|(at, it)| (format!("M{at}"), it.id())).collect()
}

pub fn tables(module: &Module) -> Vec<(String, TableId)> {
    module.tables.iter().enumerate().map(|(at, it)| (format!("T{at}"), it.id())).collect()
}

pub fn globals(module: &Module) -> Vec<(String, GlobalId)> {
    module.globals.iter().enumerate().map(|(at, it)| (format!("G{at}"), it.id())).collect()
}

/// The table that functions are called through.
pub fn function_table(module: &Module) -> Result<TableId> {
    let mut tables = module.tables.iter().filter(|table| table.element_ty == RefType::FUNCREF);
    Ok(tables.next().context("The core has no table of functions.")?.id())
}

/// Every function that stands in the table, with its slot.
fn in_table(module: &Module) -> Result<Vec<(i32, FunctionId)>> {
    let table = function_table(module)?;
    let mut found = Vec::new();
    for element in module.elements.iter() {
        let ElementKind::Active { table: of, offset: ConstExpr::Value(Value::I32(start)) } = &element.kind
        else {
            bail!("The core fills its table in a way that cannot be cut.");
        };
        ensure!(*of == table, "The core has more than one table of functions.");
        let functions: Vec<Option<FunctionId>> = match &element.items {
            ElementItems::Functions(ids) => ids.iter().copied().map(Some).collect(),
            ElementItems::Expressions(_, items) => items
                .iter()
                .map(|item| if let ConstExpr::RefFunc(id) = item { Some(*id) } else { None })
                .collect(),
        };
        for (slot, id) in (*start..).zip(functions) {
            found.extend(id.map(|id| (slot, id)));
        }
    }
    Ok(found)
}

/// The functions that a function's code names.
fn referred(module: &Module, id: FunctionId) -> BTreeSet<FunctionId> {
    #[derive(Default)]
    struct Named(BTreeSet<FunctionId>);
    impl Visitor<'_> for Named {
        fn visit_function_id(&mut self, id: &FunctionId) {
            self.0.insert(*id);
        }
    }
    let mut named = Named::default();
    if let FunctionKind::Local(function) = &module.funcs.get(id).kind {
        ir::dfs_in_order(&mut named, function, function.entry_block());
    }
    named.0
}
