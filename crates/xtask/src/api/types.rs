//! Types and signatures as text. Types of the crate stand with their public path, those of the
//! standard library by name alone (its modules are its own matter), others with their crate.

use std::collections::HashMap;

use rustdoc_types::{
    AssocItemConstraintKind, Crate, Function, FunctionSignature, GenericArg, GenericArgs,
    GenericBound, GenericParamDef, GenericParamDefKind, Generics, Id, Path, PolyTrait,
    PreciseCapturingArg, Term, TraitBoundModifier, Type, WherePredicate,
};

pub(crate) struct Types<'a> {
    of: &'a Crate,
    /// Public paths of the items of the crate.
    public: HashMap<Id, String>,
}

impl<'a> Types<'a> {
    pub(crate) fn new(of: &'a Crate) -> Self {
        Self {
            of,
            public: HashMap::new(),
        }
    }

    /// Sets the public path of an item.
    pub(crate) fn set(&mut self, id: Id, path: String) {
        self.public.insert(id, path);
    }

    pub(crate) fn type_(&self, type_: &Type) -> String {
        match type_ {
            Type::ResolvedPath(path) => self.path(path),
            Type::DynTrait(it) => {
                let mut parts: Vec<String> =
                    it.traits.iter().map(|it| self.poly_trait(it)).collect();
                parts.extend(it.lifetime.clone());
                format!("dyn {}", parts.join(" + "))
            }
            Type::Generic(name) | Type::Primitive(name) => name.clone(),
            Type::FunctionPointer(it) => format!("fn{}", self.parameters(&it.sig)),
            Type::Tuple(parts) => format!("({})", self.list(parts)),
            Type::Slice(of) => format!("[{}]", self.type_(of)),
            Type::Array { type_, len } => format!("[{}; {len}]", self.type_(type_)),
            Type::Pat { type_, .. } => self.type_(type_),
            Type::ImplTrait(bounds) => format!("impl {}", self.bounds(bounds)),
            Type::Infer => "_".to_owned(),
            Type::RawPointer { is_mutable, type_ } => {
                let kind = if *is_mutable { "mut" } else { "const" };
                format!("*{kind} {}", self.type_(type_))
            }
            Type::BorrowedRef {
                lifetime,
                is_mutable,
                type_,
            } => {
                let lifetime = (lifetime.as_ref()).map_or(String::new(), |it| format!("{it} "));
                let kind = if *is_mutable { "mut " } else { "" };
                format!("&{lifetime}{kind}{}", self.type_(type_))
            }
            Type::QualifiedPath {
                name,
                self_type,
                trait_,
                ..
            } => match trait_ {
                Some(trait_) if !trait_.path.is_empty() => {
                    format!(
                        "<{} as {}>::{name}",
                        self.type_(self_type),
                        self.path(trait_)
                    )
                }
                _ => format!("{}::{name}", self.type_(self_type)),
            },
        }
    }

    fn list(&self, types: &[Type]) -> String {
        let types: Vec<String> = types.iter().map(|it| self.type_(it)).collect();
        types.join(", ")
    }

    /// A type or trait with its arguments.
    pub(crate) fn path(&self, path: &Path) -> String {
        let arguments = path
            .args
            .as_ref()
            .map_or(String::new(), |args| self.arguments(args));
        format!("{}{arguments}", self.name(path))
    }

    fn name(&self, path: &Path) -> String {
        if let Some(public) = self.public.get(&path.id) {
            return public.clone();
        }
        let last = path.path.rsplit("::").next().unwrap_or_default();
        let Some(summary) = self.of.paths.get(&path.id) else {
            return last.to_owned();
        };
        match summary.path.first().map(String::as_str) {
            Some("std" | "core" | "alloc") | None => last.to_owned(),
            Some(first) => format!("{first}::{last}"),
        }
    }

    fn arguments(&self, arguments: &GenericArgs) -> String {
        match arguments {
            GenericArgs::AngleBracketed { args, constraints } => {
                let mut parts: Vec<String> = args.iter().map(|it| self.argument(it)).collect();
                parts.extend(constraints.iter().map(|it| match &it.binding {
                    AssocItemConstraintKind::Equality(term) => {
                        format!("{} = {}", it.name, self.term(term))
                    }
                    AssocItemConstraintKind::Constraint(bounds) => {
                        format!("{}: {}", it.name, self.bounds(bounds))
                    }
                }));
                if parts.is_empty() {
                    String::new()
                } else {
                    format!("<{}>", parts.join(", "))
                }
            }
            GenericArgs::Parenthesized { inputs, output } => {
                let output = output
                    .as_ref()
                    .map_or(String::new(), |it| format!(" -> {}", self.type_(it)));
                format!("({}){output}", self.list(inputs))
            }
            GenericArgs::ReturnTypeNotation => "(..)".to_owned(),
        }
    }

    fn argument(&self, argument: &GenericArg) -> String {
        match argument {
            GenericArg::Lifetime(name) => name.clone(),
            GenericArg::Type(type_) => self.type_(type_),
            GenericArg::Const(constant) => constant.expr.clone(),
            GenericArg::Infer => "_".to_owned(),
        }
    }

    fn term(&self, term: &Term) -> String {
        match term {
            Term::Type(type_) => self.type_(type_),
            Term::Constant(constant) => constant.expr.clone(),
        }
    }

    fn poly_trait(&self, it: &PolyTrait) -> String {
        self.path(&it.trait_)
    }

    pub(crate) fn bounds(&self, bounds: &[GenericBound]) -> String {
        let bounds: Vec<String> = bounds.iter().map(|it| self.bound(it)).collect();
        bounds.join(" + ")
    }

    fn bound(&self, bound: &GenericBound) -> String {
        match bound {
            GenericBound::TraitBound {
                trait_, modifier, ..
            } => {
                let mark = match modifier {
                    TraitBoundModifier::None => "",
                    TraitBoundModifier::Maybe => "?",
                    TraitBoundModifier::MaybeConst => "~const ",
                };
                format!("{mark}{}", self.path(trait_))
            }
            GenericBound::Outlives(lifetime) => lifetime.clone(),
            GenericBound::Use(captured) => {
                let captured: Vec<&str> = captured
                    .iter()
                    .map(|it| match it {
                        PreciseCapturingArg::Lifetime(name) | PreciseCapturingArg::Param(name) => {
                            name.as_str()
                        }
                    })
                    .collect();
                format!("use<{}>", captured.join(", "))
            }
        }
    }

    /// The parameters in angle brackets and the bounds behind `where`, with what stands between.
    pub(crate) fn generics(&self, generics: &Generics, between: &str) -> String {
        let parameters: Vec<String> = generics
            .params
            .iter()
            .filter_map(|it| self.generic_parameter(it))
            .collect();
        let bounds: Vec<String> = generics
            .where_predicates
            .iter()
            .map(|it| self.predicate(it))
            .collect();
        let parameters = if parameters.is_empty() {
            String::new()
        } else {
            format!("<{}>", parameters.join(", "))
        };
        let bounds = if bounds.is_empty() {
            String::new()
        } else {
            format!(" where {}", bounds.join(", "))
        };
        format!("{parameters}{between}{bounds}")
    }

    /// None for `impl Trait` in the place of an argument, which is told there.
    fn generic_parameter(&self, it: &GenericParamDef) -> Option<String> {
        let name = &it.name;
        Some(match &it.kind {
            GenericParamDefKind::Lifetime { outlives } if outlives.is_empty() => name.clone(),
            GenericParamDefKind::Lifetime { outlives } => {
                format!("{name}: {}", outlives.join(" + "))
            }
            GenericParamDefKind::Type {
                is_synthetic: true, ..
            } => return None,
            GenericParamDefKind::Type {
                bounds, default, ..
            } => {
                let bounds = self.bounds(bounds);
                let bounds = if bounds.is_empty() {
                    bounds
                } else {
                    format!(": {bounds}")
                };
                let default = default
                    .as_ref()
                    .map_or(String::new(), |it| format!(" = {}", self.type_(it)));
                format!("{name}{bounds}{default}")
            }
            GenericParamDefKind::Const { type_, .. } => {
                format!("const {name}: {}", self.type_(type_))
            }
        })
    }

    fn predicate(&self, it: &WherePredicate) -> String {
        match it {
            WherePredicate::BoundPredicate { type_, bounds, .. } => {
                format!("{}: {}", self.type_(type_), self.bounds(bounds))
            }
            WherePredicate::LifetimePredicate { lifetime, outlives } => {
                format!("{lifetime}: {}", outlives.join(" + "))
            }
            WherePredicate::EqPredicate { lhs, rhs } => {
                format!("{} = {}", self.type_(lhs), self.term(rhs))
            }
        }
    }

    /// A function without its name.
    pub(crate) fn signature(&self, function: &Function) -> String {
        let header = &function.header;
        let marks = [
            (header.is_const, "const "),
            (header.is_async, "async "),
            (header.is_unsafe, "unsafe "),
        ];
        let marks: String = marks
            .iter()
            .filter(|(is, _)| *is)
            .map(|(_, mark)| *mark)
            .collect();
        let parameters = self.parameters(&function.sig);
        format!(
            "{marks}fn{}",
            self.generics(&function.generics, &parameters)
        )
    }

    /// Names of parameters are no matter of callers.
    fn parameters(&self, signature: &FunctionSignature) -> String {
        let inputs: Vec<String> = signature
            .inputs
            .iter()
            .map(|(_, type_)| self.type_(type_))
            .collect();
        let output = signature
            .output
            .as_ref()
            .map_or(String::new(), |it| format!(" -> {}", self.type_(it)));
        format!("({}){output}", inputs.join(", "))
    }
}
