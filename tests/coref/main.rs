//! Who is who and who said what, against the coreference chains of the GUM corpus: B³, MUC and CEAF-e, beside the baseline
//! that joins equal strings, and against its units of attribution. The rules were tuned on its training part; the development part was only
//! looked at for its figures. Prints them with `-- --nocapture`; skips where the corpus is not at hand.

#[cfg(test)]
mod attribution;
#[cfg(test)]
mod chains;
#[cfg(test)]
mod gum;
#[cfg(test)]
mod metrics;
