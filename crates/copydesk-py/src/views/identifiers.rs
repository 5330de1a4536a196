//! `copydesk.Identifiers`: what is known about an entity outside the article.

use copydesk::record;
use pyo3::prelude::*;

use super::sent::unsendable;

use super::quoted;

/// What the shipped gazetteer knows about an entity, or the user's own.
#[pyclass(frozen, eq, module = "copydesk")]
#[derive(PartialEq)]
pub(crate) struct Identifiers(pub(crate) record::Identifiers);

#[pymethods]
impl Identifiers {
    /// ISO 3166-1 alpha-2 code of the country that it is, lies in or belongs to.
    #[getter]
    fn country(&self) -> Option<&str> {
        self.0.country.as_deref()
    }

    /// Wikidata item, such as "Q117".
    #[getter]
    fn wikidata(&self) -> Option<&str> {
        self.0.wikidata.as_deref()
    }

    /// Id in GeoNames.
    #[getter]
    fn geonames(&self) -> Option<u32> {
        self.0.geonames
    }

    /// Latitude and longitude in degrees.
    #[getter]
    fn coordinates(&self) -> Option<(f64, f64)> {
        self.0
            .coordinates
            .map(|[latitude, longitude]| (latitude, longitude))
    }

    /// The id that the user's gazetteer gives it; then the others are None.
    #[getter]
    fn id(&self) -> Option<&str> {
        self.0.id.as_deref()
    }

    fn __repr__(&self) -> String {
        let mut fields = Vec::new();
        fields.extend(
            self.country()
                .map(|code| format!("country={}", quoted(code))),
        );
        fields.extend(
            self.wikidata()
                .map(|item| format!("wikidata={}", quoted(item))),
        );
        fields.extend(self.geonames().map(|id| format!("geonames={id}")));
        fields.extend(self.id().map(|id| format!("id={}", quoted(id))));
        fields.extend(self.coordinates().map(|at| format!("coordinates={at:?}")));
        format!("Identifiers({})", fields.join(", "))
    }

    #[expect(clippy::unused_self, reason = "the signature that Python calls")]
    fn __reduce__(&self) -> PyResult<()> {
        Err(unsendable("Identifiers", "its entity"))
    }
}
