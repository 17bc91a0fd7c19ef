fn main() {
    praktijkdossier::app::open_window(std::env::args().nth(1).map(Into::into), now, "test")
        .unwrap();
}
#[expect(clippy::disallowed_methods, reason = "x")]
fn now() -> jiff::Timestamp {
    jiff::Timestamp::now()
}
