//! Sockets and threads: takes requests from the network and hands them to a [`Site`].

use std::io::Cursor;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::thread;

use anyhow::{Result, anyhow};
use tiny_http::{Header, Response, Server, StatusCode};

use super::site::{Reply, Request, Site};

/// Answers some addresses before the site is asked. It may take its time: each request has its thread.
pub type Early = dyn Fn(&str) -> Option<Reply> + Send + Sync;

/// How many ports after the wanted one are tried.
const ATTEMPTS: u16 = 100;

/// A server that is listening, on this machine's own address only.
pub struct Listening {
    server: Arc<Server>,
    /// Its address: `http://127.0.0.1:8080`.
    pub address: String,
}

/// Listens on `port`, or the next free one after it; on any free port for 0.
pub fn listen(port: u16) -> Result<Listening> {
    let mut refusal = None;
    for offset in 0..ATTEMPTS {
        let Some(port) = port.checked_add(if port == 0 { 0 } else { offset }) else { break };
        match Server::http(SocketAddr::from((Ipv4Addr::LOCALHOST, port))) {
            Ok(server) => {
                let bound = server.server_addr().to_ip().map_or(port, |address| address.port());
                let address = format!("http://127.0.0.1:{bound}");
                return Ok(Listening { server: Arc::new(server), address });
            }
            Err(error) => refusal = Some(error),
        }
    }
    let reason = refusal.map_or_else(String::new, |error| format!(" ({error})"));
    Err(anyhow!("No port from {port} on could be listened to{reason}."))
}

impl Listening {
    /// Answers requests for as long as the process lives.
    pub fn serve(self, site: Site, early: Option<Box<Early>>) {
        let shared = Arc::new((site, early));
        while let Ok(request) = self.server.recv() {
            let shared = Arc::clone(&shared);
            thread::spawn(move || {
                let (site, early) = &*shared;
                let reply = early.as_ref().and_then(|early| early(request.url()));
                let reply = reply.unwrap_or_else(|| site.reply(parts(&request)));
                // A browser that went away needs no answer.
                let _ = request.respond(response(reply));
            });
        }
    }
}

fn parts(request: &tiny_http::Request) -> Request<'_> {
    let header = |name: &'static str| {
        let found = request.headers().iter().find(|header| header.field.equiv(name));
        found.map_or("", |header| header.value.as_str())
    };
    Request {
        method: request.method().as_str(),
        target: request.url(),
        accept_encoding: header("Accept-Encoding"),
        if_none_match: header("If-None-Match"),
    }
}

fn response(reply: Reply) -> Response<Cursor<Arc<[u8]>>> {
    let headers =
        reply.headers.iter().filter_map(|(name, value)| Header::from_bytes(*name, value.as_str()).ok());
    let length = reply.body.len();
    Response::new(StatusCode(reply.status), headers.collect(), Cursor::new(reply.body), Some(length), None)
        .with_chunked_threshold(usize::MAX)
}
