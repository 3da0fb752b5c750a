//! The session as a front end drives it, on a store in memory that can be broken.

#[cfg(test)]
mod apart;
#[cfg(test)]
mod backup;
#[cfg(test)]
mod conflicts;
#[cfg(test)]
mod copies;
#[cfg(test)]
mod desk;
#[cfg(test)]
mod faults;
#[cfg(test)]
mod history;
#[cfg(test)]
mod library;
#[cfg(test)]
mod many;
#[cfg(test)]
mod migrations;
#[cfg(test)]
mod notes;
#[cfg(test)]
mod personal;
#[cfg(test)]
mod queries;
#[cfg(test)]
mod reader;
#[cfg(test)]
mod search;
#[cfg(test)]
mod several;
#[cfg(test)]
mod transfer;
#[cfg(test)]
mod undo;
#[cfg(test)]
mod versions;
