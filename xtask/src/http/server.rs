//! Sockets and threads: takes requests from the network and hands them to a [`Site`]. Each connection has
//! a thread of its own, so that one that is kept open and silent never holds up another.

use std::io::{self, Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use anyhow::{Result, anyhow};

use super::site::{Reply, Request, Site, text};

/// Answers some addresses before the site is asked. It may take its time.
pub type Early = dyn Fn(&str) -> Option<Reply> + Send + Sync;

/// How many ports after the wanted one are tried.
const ATTEMPTS: u16 = 100;

/// The longest head of a request, in bytes, and the most header fields in it.
const LONGEST_HEAD: usize = 16 * 1024;
const MOST_FIELDS: usize = 64;

/// How long a connection may stay silent.
const PATIENCE: Duration = Duration::from_secs(60);

/// A server that is listening, on this machine's own address only.
pub struct Listening {
    listener: TcpListener,
    /// Its address: `http://127.0.0.1:8080`.
    pub address: String,
}

/// Listens on `port`, or the next free one after it; on any free port for 0.
pub fn listen(port: u16) -> Result<Listening> {
    let mut refusal = None;
    for offset in 0..ATTEMPTS {
        let Some(port) = port.checked_add(if port == 0 { 0 } else { offset }) else { break };
        match TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, port))) {
            Ok(listener) => {
                let address = format!("http://{}", listener.local_addr()?);
                return Ok(Listening { listener, address });
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
        for stream in self.listener.incoming().flatten() {
            let shared = Arc::clone(&shared);
            thread::spawn(move || {
                let (site, early) = &*shared;
                let answer = |request: Request<'_>| {
                    let reply = early.as_ref().and_then(|early| early(request.target));
                    reply.unwrap_or_else(|| site.reply(request))
                };
                // A browser that went away, or fell silent, needs no answer.
                let _ = converse(stream, &answer);
            });
        }
    }
}

/// Answers one request after the other, until either side closes the connection.
fn converse(mut stream: TcpStream, answer: &dyn Fn(Request<'_>) -> Reply) -> io::Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_nodelay(true)?;
    let (mut received, mut chunk) = (Vec::new(), [0; 4096]);
    loop {
        let Exchange { reply, length, is_head, is_last } = match exchange(&received, answer) {
            Some(exchange) => exchange,
            None if received.len() > LONGEST_HEAD => {
                Exchange::refusal(text(431, "This request is too long.\n"))
            }
            None => {
                let count = stream.read(&mut chunk)?;
                if count == 0 {
                    return Ok(());
                }
                received.extend_from_slice(&chunk[..count]);
                continue;
            }
        };
        send(&mut stream, &reply, is_head, is_last)?;
        if is_last {
            return Ok(());
        }
        received.drain(..length);
    }
}

/// A request that has been received, and the answer to it.
struct Exchange {
    reply: Reply,
    /// How many bytes the request took.
    length: usize,
    /// Whether the answer goes without its body.
    is_head: bool,
    /// Whether the connection ends with it.
    is_last: bool,
}

impl Exchange {
    fn refusal(reply: Reply) -> Self {
        Self { reply, length: 0, is_head: false, is_last: true }
    }
}

/// The first request among the bytes received, answered; nothing if it is not complete.
fn exchange(received: &[u8], answer: &dyn Fn(Request<'_>) -> Reply) -> Option<Exchange> {
    let mut fields = [httparse::EMPTY_HEADER; MOST_FIELDS];
    let mut parsed = httparse::Request::new(&mut fields);
    let length = match parsed.parse(received) {
        Ok(httparse::Status::Complete(length)) => length,
        Ok(httparse::Status::Partial) => return None,
        Err(error) => return Some(Exchange::refusal(text(400, &format!("This is no request: {error}.\n")))),
    };
    let field = |name: &str| {
        let found = parsed.headers.iter().find(|field| field.name.eq_ignore_ascii_case(name));
        found.and_then(|field| std::str::from_utf8(field.value).ok()).unwrap_or("")
    };
    let method = parsed.method.unwrap_or("");
    let reply = answer(Request {
        method,
        target: parsed.path.unwrap_or(""),
        accept_encoding: field("Accept-Encoding"),
        if_none_match: field("If-None-Match"),
    });
    // Nothing here reads a body, so the connection ends with a request that has one.
    let has_body = !matches!(field("Content-Length"), "" | "0") || !field("Transfer-Encoding").is_empty();
    let wants_end = field("Connection").eq_ignore_ascii_case("close") || parsed.version != Some(1);
    Some(Exchange { reply, length, is_head: method == "HEAD", is_last: has_body || wants_end })
}

fn send(stream: &mut TcpStream, reply: &Reply, is_head: bool, is_last: bool) -> io::Result<()> {
    let mut head = format!("HTTP/1.1 {} {}\r\n", reply.status, reason(reply.status));
    for (name, value) in &reply.headers {
        head += &format!("{name}: {value}\r\n");
    }
    let has_body = reply.status != 304;
    if has_body {
        head += &format!("Content-Length: {}\r\n", reply.body.len());
    }
    head += if is_last { "Connection: close\r\n\r\n" } else { "\r\n" };
    let mut message = head.into_bytes();
    if has_body && !is_head {
        message.extend_from_slice(&reply.body);
    }
    stream.write_all(&message)
}

fn reason(status: u16) -> &'static str {
    match status {
        200 => "OK",
        304 => "Not Modified",
        400 => "Bad Request",
        404 => "Not Found",
        405 => "Method Not Allowed",
        431 => "Request Header Fields Too Large",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A server whose every answer is its request's target.
    fn start() -> SocketAddr {
        let listening = listen(0).unwrap();
        let address = listening.listener.local_addr().unwrap();
        let early: Box<Early> = Box::new(|target| Some(text(200, target)));
        thread::spawn(move || listening.serve(Site::new("."), Some(early)));
        address
    }

    fn conversation(address: SocketAddr, sent: &[&str]) -> String {
        let mut stream = TcpStream::connect(address).unwrap();
        for part in sent {
            stream.write_all(part.as_bytes()).unwrap();
        }
        let mut received = String::new();
        stream.read_to_string(&mut received).unwrap();
        received
    }

    #[test]
    fn one_connection_carries_many_requests() {
        let sent = ["GET /a HTTP/1.1\r\n\r\nGET /b HT", "TP/1.1\r\nConnection: close\r\n\r\n"];
        let received = conversation(start(), &sent);
        assert_eq!(received.matches("HTTP/1.1 200 OK").count(), 2, "{received}");
        assert!(received.ends_with("Connection: close\r\n\r\n/b"), "{received}");
    }

    #[test]
    fn the_answer_to_head_has_a_length_and_no_body() {
        let received = conversation(start(), &["HEAD /abc HTTP/1.1\r\nConnection: close\r\n\r\n"]);
        assert!(received.contains("Content-Length: 4\r\n") && received.ends_with("\r\n\r\n"), "{received}");
    }

    #[test]
    fn what_is_no_request_is_refused() {
        let check = |sent: &str, status: &str| {
            let received = conversation(start(), &[sent]);
            assert!(received.starts_with(&format!("HTTP/1.1 {status} ")), "{received}");
        };
        check("nonsense\u{0}\r\n\r\n", "400");
        check(&format!("GET /{} HTTP/1.1\r\n", "a".repeat(LONGEST_HEAD)), "431");
    }

    #[test]
    fn silent_connections_hold_nobody_up() {
        let address = start();
        let silent: Vec<_> = (0..64).map(|_| TcpStream::connect(address).unwrap()).collect();
        let received = conversation(address, &["GET /now HTTP/1.1\r\nConnection: close\r\n\r\n"]);
        assert!(received.ends_with("/now"), "{received}");
        drop(silent);
    }

    #[test]
    fn a_port_that_is_taken_is_passed_over() {
        let first = listen(0).unwrap();
        let port = first.listener.local_addr().unwrap().port();
        let second = listen(port).unwrap();
        assert_ne!(second.address, first.address);
    }
}
