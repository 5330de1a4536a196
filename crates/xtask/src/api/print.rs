//! The public items of a crate, a line each, sorted. Without what the compiler works out (`Send`)
//! and what every type has (`impl<T> Into<T>`).

use std::collections::{BTreeSet, HashMap};

use rustdoc_types::{
    Attribute, Crate, Function, Id, Impl, Item, ItemEnum, StructKind, VariantKind, Visibility,
};

use super::types::Types;

/// The lines of a crate.
pub(crate) fn public_items(of: &Crate) -> Vec<String> {
    let mut printer = Printer {
        of,
        types: Types::new(of),
        paths: HashMap::new(),
        lines: BTreeSet::new(),
    };
    printer.name(of.root, "");
    for (id, path) in std::mem::take(&mut printer.paths) {
        printer.types.set(id, path);
    }
    printer.module(of.root, "");
    printer.lines.into_iter().collect()
}

struct Printer<'a> {
    of: &'a Crate,
    types: Types<'a>,
    /// The shortest public path of each item, without the crate.
    paths: HashMap<Id, String>,
    lines: BTreeSet<String>,
}

fn below(path: &str, name: &str) -> String {
    if path.is_empty() {
        name.to_owned()
    } else {
        format!("{path}::{name}")
    }
}

impl Printer<'_> {
    /// Public items of a module with their names there; what it re-exports is where it is
    /// re-exported.
    fn items(&self, module: Id) -> Vec<(Id, String, Option<String>)> {
        let Some(ItemEnum::Module(module)) = self.of.index.get(&module).map(|item| &item.inner)
        else {
            return Vec::new();
        };
        let mut items = Vec::new();
        for &id in &module.items {
            let Some(item) = self.of.index.get(&id) else {
                continue;
            };
            match &item.inner {
                ItemEnum::Use(used) => {
                    let here = used.id.filter(|id| self.of.index.contains_key(id));
                    match here {
                        Some(id) => items.push((id, used.name.clone(), None)),
                        None => items.push((id, used.name.clone(), Some(used.source.clone()))),
                    }
                }
                _ => items.push((id, item.name.clone().unwrap_or_default(), None)),
            }
        }
        items
    }

    /// Notes the paths of the items of a module.
    fn name(&mut self, module: Id, path: &str) {
        for (id, name, _) in self.items(module) {
            let path = below(path, &name);
            let known = self.paths.get(&id);
            if known.is_none_or(|known| path.len() < known.len()) {
                self.paths.insert(id, path.clone());
                self.name(id, &path);
            }
        }
    }

    fn module(&mut self, module: Id, path: &str) {
        for (id, name, source) in self.items(module) {
            let path = below(path, &name);
            match source {
                Some(source) => self.line(format!("{path} = {source}")),
                None => {
                    if let Some(item) = self.of.index.get(&id) {
                        self.item(item, &path);
                    }
                }
            }
        }
    }

    fn line(&mut self, line: String) {
        self.lines.insert(line);
    }

    fn item(&mut self, item: &Item, path: &str) {
        let open = if item.attrs.contains(&Attribute::NonExhaustive) {
            " #[non_exhaustive]"
        } else {
            ""
        };
        match &item.inner {
            ItemEnum::Module(_) => {
                self.line(format!("{path}: mod"));
                self.module(item.id, path);
            }
            ItemEnum::Struct(it) => {
                let generics = self.types.generics(&it.generics, "");
                self.line(format!("{path}: struct{generics}{open}"));
                match &it.kind {
                    StructKind::Unit => {}
                    StructKind::Tuple(fields) => {
                        for (at, field) in fields.iter().enumerate() {
                            self.field(*field, path, Some(at));
                        }
                    }
                    StructKind::Plain { fields, .. } => {
                        for field in fields {
                            self.field(Some(*field), path, None);
                        }
                    }
                }
                self.impls(&it.impls, path);
            }
            ItemEnum::Enum(it) => {
                let generics = self.types.generics(&it.generics, "");
                self.line(format!("{path}: enum{generics}{open}"));
                for variant in &it.variants {
                    self.variant(*variant, path);
                }
                self.impls(&it.impls, path);
            }
            ItemEnum::Trait(it) => {
                let bounds = self.types.bounds(&it.bounds);
                let bounds = if bounds.is_empty() {
                    bounds
                } else {
                    format!(": {bounds}")
                };
                let generics = self.types.generics(&it.generics, &bounds);
                self.line(format!("{path}: trait{generics}"));
                for member in &it.items {
                    self.member(*member, path, false);
                }
            }
            ItemEnum::Function(it) => self.function(it, path),
            ItemEnum::Constant { type_, .. } => {
                let type_ = self.types.type_(type_);
                self.line(format!("{path}: const {type_}"));
            }
            ItemEnum::Static(it) => {
                let type_ = self.types.type_(&it.type_);
                self.line(format!("{path}: static {type_}"));
            }
            ItemEnum::TypeAlias(it) => {
                let type_ = self.types.type_(&it.type_);
                self.line(format!("{path}: type = {type_}"));
            }
            other => self.line(format!("{path}: {:?}", other.item_kind())),
        }
    }

    fn function(&mut self, it: &Function, path: &str) {
        let provided = if it.has_body { "" } else { " (required)" };
        let signature = self.types.signature(it);
        self.line(format!("{path}: {signature}{provided}"));
    }

    fn field(&mut self, field: Option<Id>, path: &str, at: Option<usize>) {
        let Some(field) = field.and_then(|id| self.of.index.get(&id)) else {
            return;
        };
        let name = at.map_or_else(
            || field.name.clone().unwrap_or_default(),
            |at| at.to_string(),
        );
        if let ItemEnum::StructField(type_) = &field.inner {
            let type_ = self.types.type_(type_);
            self.line(format!("{path}.{name}: {type_}"));
        }
    }

    fn variant(&mut self, variant: Id, path: &str) {
        let Some(item) = self.of.index.get(&variant) else {
            return;
        };
        let path = below(path, item.name.as_deref().unwrap_or_default());
        let ItemEnum::Variant(variant) = &item.inner else {
            return;
        };
        self.line(format!("{path}: variant"));
        match &variant.kind {
            VariantKind::Plain => {}
            VariantKind::Tuple(fields) => {
                for (at, field) in fields.iter().enumerate() {
                    self.field(*field, &path, Some(at));
                }
            }
            VariantKind::Struct { fields, .. } => {
                for field in fields {
                    self.field(Some(*field), &path, None);
                }
            }
        }
    }

    /// Methods of a type, and traits that it has.
    fn impls(&mut self, impls: &[Id], path: &str) {
        for id in impls {
            let Some(ItemEnum::Impl(it)) = self.of.index.get(id).map(|item| &item.inner) else {
                continue;
            };
            if it.is_synthetic || it.blanket_impl.is_some() {
                continue;
            }
            match &it.trait_ {
                None => {
                    for member in &it.items {
                        self.member(*member, path, true);
                    }
                }
                Some(_) => self.trait_impl(it, path),
            }
        }
    }

    fn trait_impl(&mut self, it: &Impl, path: &str) {
        let Some(trait_) = &it.trait_ else { return };
        let name = self.types.path(trait_);
        // A mark of the derive macro, no trait for callers.
        if name == "StructuralPartialEq" {
            return;
        }
        let for_ = self.types.type_(&it.for_);
        let impl_ = (self.types).generics(&it.generics, &format!(" {name} for {for_}"));
        self.line(format!("{path}: impl{impl_}"));
        for member in &it.items {
            if let Some(item) = self.of.index.get(member)
                && let ItemEnum::AssocType {
                    type_: Some(type_), ..
                } = &item.inner
            {
                let (member, type_) = (
                    item.name.as_deref().unwrap_or_default(),
                    self.types.type_(type_),
                );
                self.line(format!("{path}: impl {name}: {member} = {type_}"));
            }
        }
    }

    /// A member of a trait, or a public one of a type.
    fn member(&mut self, member: Id, path: &str, of_type: bool) {
        let Some(item) = self.of.index.get(&member) else {
            return;
        };
        if of_type && item.visibility != Visibility::Public {
            return;
        }
        let path = below(path, item.name.as_deref().unwrap_or_default());
        match &item.inner {
            ItemEnum::Function(it) if of_type => {
                let signature = self.types.signature(it);
                self.line(format!("{path}: {signature}"));
            }
            ItemEnum::Function(it) => self.function(it, &path),
            ItemEnum::AssocConst { type_, .. } => {
                let type_ = self.types.type_(type_);
                self.line(format!("{path}: const {type_}"));
            }
            ItemEnum::AssocType { bounds, .. } => {
                let bounds = self.types.bounds(bounds);
                self.line(format!("{path}: type: {bounds}"));
            }
            _ => {}
        }
    }
}
