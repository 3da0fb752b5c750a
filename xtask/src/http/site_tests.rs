//! A site on a folder made for the test.

use super::*;

struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("manicule-site-{}-{name}", std::process::id()));
        fs::create_dir_all(folder.join("www/view")).unwrap();
        fs::write(folder.join("secret.txt"), "secret").unwrap();
        fs::write(folder.join("www/index.html"), "<html><head></head><body>page</body></html>").unwrap();
        fs::write(folder.join("www/view/list.js"), "export const list = [];\n".repeat(100)).unwrap();
        fs::write(folder.join("www/.hidden"), "hidden").unwrap();
        Self(folder)
    }

    fn site(&self) -> Site {
        Site::new(self.0.join("www"))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn get(target: &str) -> Request<'_> {
    Request { method: "GET", target, ..Request::default() }
}

fn header<'a>(reply: &'a Reply, name: &str) -> Option<&'a str> {
    reply.headers.iter().find(|header| header.0 == name).map(|header| header.1.as_str())
}

#[test]
fn nothing_outside_the_folder_is_sent() {
    let folder = Folder::new("outside");
    let site = folder.site();
    let targets = [
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/view/../../secret.txt",
        "/view/..%2f..%2fsecret.txt",
        "/..\\secret.txt",
        "/..%5csecret.txt",
        "//secret.txt",
        "/%00",
        "/%ff",
        "/%4",
        "/.hidden",
        "secret.txt",
        "http://127.0.0.1/../secret.txt",
        "/C:/secret.txt",
        "/missing.html",
        "/view",
        "/index.html/",
    ];
    for target in targets {
        let reply = site.reply(get(target));
        assert!(matches!(reply.status, 400 | 404), "{target}: {}", reply.status);
        assert!(!String::from_utf8_lossy(&reply.body).contains("secret"), "{target}");
    }
}

#[cfg(unix)]
#[test]
fn a_link_that_leads_outside_is_not_followed() {
    let folder = Folder::new("link");
    std::os::unix::fs::symlink(folder.0.join("secret.txt"), folder.0.join("www/link.txt")).unwrap();
    assert_eq!(folder.site().reply(get("/link.txt")).status, 404);
}

#[test]
fn every_answer_carries_the_security_headers() {
    let folder = Folder::new("headers");
    let site = folder.site();
    let post = Request { method: "POST", ..get("/") };
    for request in [get("/"), get("/missing"), get("/../secret.txt"), post] {
        let reply = site.reply(request);
        for (name, value) in headers::security("", &headers::content_security_policy(&Inline::default())) {
            assert_eq!(header(&reply, name), Some(value.as_str()), "{} {name}", request.target);
        }
    }
    assert_eq!(header(&site.reply(post), "Allow"), Some("GET, HEAD"));
}

#[test]
fn a_folder_is_its_index_and_a_query_changes_nothing() {
    let folder = Folder::new("index");
    for target in ["/", "/index.html", "/?x=../y", "/index%2Ehtml"] {
        let reply = folder.site().reply(get(target));
        assert_eq!((reply.status, header(&reply, "Content-Type")), (200, Some("text/html; charset=utf-8")));
    }
}

#[test]
fn the_encoding_is_what_was_asked_for_and_each_has_its_own_tag() {
    let folder = Folder::new("encoding");
    let site = folder.site();
    let mut tags = Vec::new();
    for (accept, expected) in [("br, gzip", Some("br")), ("gzip", Some("gzip")), ("", None)] {
        let reply = site.reply(Request { accept_encoding: accept, ..get("/view/list.js") });
        assert_eq!(header(&reply, "Content-Encoding"), expected);
        assert_eq!(header(&reply, "Vary"), Some("Accept-Encoding"));
        assert_eq!(reply.body.len() < 1000, expected.is_some());
        tags.push(header(&reply, "ETag").unwrap().to_owned());
    }
    tags.dedup();
    assert_eq!(tags.len(), 3);
}

#[test]
fn an_unchanged_file_is_not_sent_again_and_a_changed_one_is() {
    let folder = Folder::new("etag");
    let site = folder.site();
    let tag = header(&site.reply(get("/view/list.js")), "ETag").unwrap().to_owned();
    let again = format!("\"other\", W/{tag}");
    let again = Request { if_none_match: &again, ..get("/view/list.js") };
    let reply = site.reply(again);
    assert_eq!((reply.status, reply.body.len()), (304, 0));
    assert_eq!(header(&reply, "ETag"), Some(tag.as_str()));

    fs::write(folder.0.join("www/view/list.js"), "export const list = [1];\n").unwrap();
    let reply = site.reply(again);
    assert_eq!((reply.status, &reply.body[..]), (200, &b"export const list = [1];\n"[..]));
}

#[test]
fn only_a_folder_named_after_its_content_is_kept_without_asking() {
    let folder = Folder::new("immutable");
    let site = folder.site().with_immutable(vec!["view/".to_owned()]);
    let caching = |target| header(&site.reply(get(target)), "Cache-Control").unwrap().to_owned();
    assert_eq!(caching("/"), "no-cache");
    assert!(caching("/view/list.js").ends_with("immutable"));
    assert_eq!(caching("/missing"), "no-store");
}

#[test]
fn pages_alone_are_changed() {
    let folder = Folder::new("changed");
    let site = folder.site().with_pages(|page| page.replacen("</head>", "<!-- changed --></head>", 1));
    let sent = |target| String::from_utf8_lossy(&site.reply(get(target)).body).into_owned();
    assert!(sent("/").contains("<!-- changed --></head>"), "{}", sent("/"));
    assert!(!sent("/view/list.js").contains("changed"));
}

#[test]
fn another_folder_lies_beside_and_nothing_around_it() {
    let (folder, other) = (Folder::new("below"), Folder::new("beside"));
    let site = folder.site().with_beside("other/", other.0.join("www"));
    assert_eq!(site.reply(get("/other/view/list.js")).status, 200);
    assert_eq!(site.reply(get("/other/")).status, 200);
    assert_eq!(site.reply(get("/other/none.js")).status, 404);
    assert_eq!(site.reply(get("/other/%2e%2e/secret")).status, 400);
}
