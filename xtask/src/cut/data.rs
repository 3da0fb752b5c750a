//! The data that only later functions refer to, by the linker's relocations ("WebAssembly Object File Linking",
//! tool-conventions): each names the place that refers and the symbol that is meant.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use anyhow::{Context, Result};
use walrus::ir::Value;
use walrus::{ConstExpr, DataKind, Module};
use wasmparser::{
    BinaryReader, DataKind as Kind, Linking, LinkingSectionReader, Operator, Parser, Payload,
    RelocSectionReader, RelocationEntry, RelocationType, SymbolInfo,
};

/// So many bytes that are zero do not need to be moved: memory begins as zero.
const ZEROS: usize = 8;

/// A symbol that is data, with its addresses.
struct Symbol {
    range: Range<u32>,
    /// Whether something of the first half refers to it.
    first: bool,
    /// The symbols that its bytes refer to.
    refers: Vec<u32>,
}

/// Where bodies of functions and segments of data lie in the linked file.
#[derive(Default)]
struct Layout<'a> {
    /// By the order of sections: where the content of each begins.
    sections: Vec<usize>,
    bodies: Vec<Range<usize>>,
    imported: u32,
    /// Where each segment's bytes lie, and its address.
    segments: Vec<(Range<usize>, u32)>,
    symbols: Vec<SymbolInfo<'a>>,
    relocations: Vec<(u32, Vec<RelocationEntry>)>,
}

/// The addresses of what only the later half refers to, given the names of its functions.
pub fn ranges(linked: &[u8], later: &HashSet<String>) -> Result<Vec<Range<u32>>> {
    let layout = Layout::read(linked)?;
    let mut symbols = layout.data();
    let names = layout.function_names();
    let mut next: Vec<u32> = Vec::new();
    for (section, entries) in &layout.relocations {
        let start = *layout.sections.get(*section as usize).context("A relocation is of no section.")?;
        // That of a type names no symbol.
        for entry in entries.iter().filter(|entry| entry.ty != RelocationType::TypeIndexLeb) {
            if !symbols.contains_key(&entry.index) {
                continue;
            }
            let place = start + entry.offset as usize;
            if let Some(at) = holds(&layout.bodies, place) {
                let is_later = |names: &Vec<&str>| names.iter().all(|name| later.contains(*name));
                if !names.get(&at).is_some_and(is_later) {
                    next.push(entry.index);
                }
            } else if let Some(address) = layout.address(place) {
                let holders = symbols.values_mut().filter(|it| it.range.contains(&address));
                holders.for_each(|holder| holder.refers.push(entry.index));
            }
        }
    }
    while let Some(index) = next.pop() {
        let Some(symbol) = symbols.get_mut(&index).filter(|symbol| !symbol.first) else { continue };
        symbol.first = true;
        next.append(&mut symbol.refers);
    }
    Ok(without(&symbols))
}

/// The addresses of later symbols where no other symbol lies: strings may share their ends.
fn without(symbols: &HashMap<u32, Symbol>) -> Vec<Range<u32>> {
    let mut bytes: HashMap<u32, bool> = HashMap::new();
    for symbol in symbols.values() {
        for address in symbol.range.clone() {
            *bytes.entry(address).or_default() |= symbol.first;
        }
    }
    let mut later: Vec<u32> = bytes.into_iter().filter(|(_, first)| !first).map(|(at, _)| at).collect();
    later.sort_unstable();
    let mut ranges: Vec<Range<u32>> = Vec::new();
    for address in later {
        match ranges.last_mut() {
            Some(range) if range.end == address => range.end += 1,
            _ => ranges.push(address..address + 1),
        }
    }
    ranges
}

/// Which of ranges in ascending order holds a place.
fn holds(ranges: &[Range<usize>], place: usize) -> Option<usize> {
    let at = ranges.partition_point(|range| range.end <= place);
    ranges.get(at).filter(|range| range.contains(&place)).map(|_| at)
}

impl<'a> Layout<'a> {
    fn read(linked: &'a [u8]) -> Result<Self> {
        let mut layout = Self::default();
        for payload in Parser::new(0).parse_all(linked) {
            let payload = payload?;
            if let Some((_, range)) = payload.as_section() {
                layout.sections.push(range.start);
            }
            match payload {
                Payload::ImportSection(imports) => {
                    for import in imports.into_imports() {
                        let is_function = matches!(import?.ty, wasmparser::TypeRef::Func(_));
                        layout.imported += u32::from(is_function);
                    }
                }
                Payload::CodeSectionEntry(body) => layout.bodies.push(body.range()),
                Payload::DataSection(segments) => {
                    for segment in segments {
                        let segment = segment?;
                        let Kind::Active { offset_expr, .. } = segment.kind else { continue };
                        let Operator::I32Const { value } = offset_expr.get_operators_reader().read()? else {
                            continue;
                        };
                        let end = segment.range.end;
                        let bytes = end - segment.data.len()..end;
                        layout.segments.push((bytes, value.cast_unsigned()));
                    }
                }
                Payload::CustomSection(custom) => {
                    layout.custom(custom.name(), custom.data(), custom.data_offset())?
                }
                _ => {}
            }
        }
        Ok(layout)
    }

    fn custom(&mut self, name: &str, data: &'a [u8], offset: usize) -> Result<()> {
        if name == "linking" {
            for part in LinkingSectionReader::new(BinaryReader::new(data, offset))?.subsections() {
                if let Linking::SymbolTable(symbols) = part? {
                    self.symbols = symbols.into_iter().collect::<Result<_, _>>()?;
                }
            }
        } else if name.starts_with("reloc.") {
            let relocations = RelocSectionReader::new(BinaryReader::new(data, offset))?;
            let entries = relocations.entries().into_iter().collect::<Result<_, _>>()?;
            self.relocations.push((relocations.section_index(), entries));
        }
        Ok(())
    }

    /// Symbols that are data, by their number.
    fn data(&self) -> HashMap<u32, Symbol> {
        let symbols = (0..).zip(&self.symbols).filter_map(|(number, symbol)| {
            let SymbolInfo::Data { symbol: Some(it), .. } = symbol else { return None };
            let start = self.segments.get(it.index as usize)?.1 + it.offset;
            Some((number, Symbol { range: start..start + it.size, first: false, refers: Vec::new() }))
        });
        symbols.collect()
    }

    /// The names of functions with a body, by the place of the body: what is exported may have two.
    fn function_names(&self) -> HashMap<usize, Vec<&'a str>> {
        let mut names: HashMap<usize, Vec<&str>> = HashMap::new();
        for symbol in &self.symbols {
            let SymbolInfo::Func { index, name: Some(name), .. } = symbol else { continue };
            if let Some(at) = index.checked_sub(self.imported) {
                names.entry(at as usize).or_default().push(name);
            }
        }
        names
    }

    /// The address of a place in a segment.
    fn address(&self, place: usize) -> Option<u32> {
        let (bytes, start) = self.segments.iter().find(|(bytes, _)| bytes.contains(&place))?;
        Some(start + u32::try_from(place - bytes.start).ok()?)
    }
}

/// Takes the bytes at these addresses out of a module: what was there, with its address.
pub fn take(module: &mut Module, ranges: &[Range<u32>]) -> Result<Vec<(u32, Vec<u8>)>> {
    let mut taken = Vec::new();
    let segments: Vec<_> = module.data.iter().map(|segment| segment.id()).collect();
    for id in segments {
        let segment = module.data.get_mut(id);
        let DataKind::Active { offset: ConstExpr::Value(Value::I32(start)), .. } = segment.kind else {
            continue;
        };
        let start = start.cast_unsigned();
        let end = start + u32::try_from(segment.value.len())?;
        for range in ranges {
            let (from, to) = (range.start.max(start), range.end.min(end));
            if from >= to {
                continue;
            }
            let bytes = &mut segment.value[(from - start) as usize..(to - start) as usize];
            taken.push((from, bytes.to_vec()));
            bytes.fill(0);
        }
    }
    Ok(taken)
}

/// Has a module write bytes to their addresses.
pub fn put(module: &mut Module, bytes: Vec<(u32, Vec<u8>)>) {
    let Some(memory) = module.memories.iter().next().map(|memory| memory.id()) else { return };
    for (address, bytes) in bytes {
        for (from, part) in parts(&bytes) {
            let offset = ConstExpr::Value(Value::I32((address + from).cast_signed()));
            let segment = module.data.add(DataKind::Active { memory, offset }, part.to_vec());
            module.memories.get_mut(memory).data_segments.insert(segment);
        }
    }
}

/// What is not zero, between longer stretches that are.
fn parts(bytes: &[u8]) -> Vec<(u32, &[u8])> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for at in (0..bytes.len()).filter(|at| bytes[*at] != 0) {
        match found.last_mut() {
            Some(range) if at - range.end < ZEROS => range.end = at + 1,
            _ => found.push(at..at + 1),
        }
    }
    found.into_iter().map(|range| (range.start as u32, &bytes[range])).collect()
}
