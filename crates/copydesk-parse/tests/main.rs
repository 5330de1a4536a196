//! The stage on pages, beside the tree of html5ever: one program, so that it is linked once.

mod fallback;
mod floods;
mod html5;
mod html5ever;
mod page_offsets;
mod pages;
