//! Numbers, names of objects and texts as they stand in a PDF. Knows no objects.

use crate::documents::layout::units::Pt;

pub(crate) fn number(out: &mut Vec<u8>, number: u32) {
    let mut digits = [b'0'; 10];
    let mut rest = number;
    let mut first = digits.len();
    for digit in digits.iter_mut().rev() {
        *digit += (rest % 10) as u8;
        rest /= 10;
        first -= 1;
        if rest == 0 {
            break;
        }
    }
    out.extend_from_slice(digits.get(first..).unwrap_or_default());
}

pub(crate) fn signed(out: &mut Vec<u8>, whole: i32) {
    if whole < 0 {
        out.push(b'-');
    }
    number(out, whole.unsigned_abs());
}

/// In hundredths of a point: no one sees less, and the file is smaller.
pub(crate) fn length(out: &mut Vec<u8>, length: Pt) {
    let hundredths = (length.0 * 100.0).round() as i32;
    if hundredths < 0 {
        out.push(b'-');
    }
    let hundredths = hundredths.unsigned_abs();
    number(out, hundredths / 100);
    let (tenth, hundredth) = (hundredths / 10 % 10, hundredths % 10);
    if tenth + hundredth > 0 {
        out.extend([b'.', b'0' + tenth as u8]);
    }
    if hundredth > 0 {
        out.push(b'0' + hundredth as u8);
    }
}

/// Each with a blank behind it.
pub(crate) fn lengths<const N: usize>(out: &mut Vec<u8>, all: [Pt; N]) {
    for each in all {
        length(out, each);
        out.push(b' ');
    }
}

pub(crate) fn reference(out: &mut Vec<u8>, object: u32) {
    number(out, object);
    out.extend_from_slice(b" 0 R");
}

pub(crate) fn hexadecimal(out: &mut Vec<u8>, bytes: impl IntoIterator<Item = u8>) {
    let digit = |half: u8| if half < 10 { b'0' + half } else { b'A' - 10 + half };
    for byte in bytes {
        out.extend([digit(byte >> 4), digit(byte & 0xF)]);
    }
}

/// With the mark of its byte order, as PDF wants text that is not ASCII.
pub(crate) fn text(out: &mut Vec<u8>, text: &str) {
    out.extend_from_slice(b"<FEFF");
    hexadecimal(out, text.encode_utf16().flat_map(u16::to_be_bytes));
    out.push(b'>');
}

/// The code of a glyph, within a string between parentheses.
pub(crate) fn code(out: &mut Vec<u8>, code: u16) {
    for byte in code.to_be_bytes() {
        match byte {
            b'(' | b')' | b'\\' => out.extend([b'\\', byte]),
            // A reader takes it for the end of a line, which is another byte.
            b'\r' => out.extend_from_slice(b"\\r"),
            _ => out.push(byte),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(write: impl FnOnce(&mut Vec<u8>)) -> String {
        let mut out = Vec::new();
        write(&mut out);
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn numbers_are_whole_and_lengths_have_no_more_digits_than_needed() {
        for (whole, text) in [(0, "0"), (7, "7"), (10, "10"), (u32::MAX, "4294967295")] {
            assert_eq!(written(|out| number(out, whole)), text);
        }
        assert_eq!(written(|out| signed(out, -1_020)), "-1020");
        for (pt, text) in
            [(0.0, "0"), (12.5, "12.5"), (163.188, "163.19"), (0.05, "0.05"), (-3.1, "-3.1")]
        {
            assert_eq!(written(|out| length(out, Pt(pt))), text);
        }
        assert_eq!(written(|out| lengths(out, [Pt(1.0), Pt(-0.001)])), "1 0 ");
    }

    #[test]
    fn texts_are_utf_16_and_codes_are_escaped() {
        assert_eq!(written(|out| text(out, "Aé𝄞")), "<FEFF004100E9D834DD1E>");
        let mut out = Vec::new();
        for each in [0x0028, 0x0029, 0x005C, 0x000D, 0x0041] {
            code(&mut out, each);
        }
        assert_eq!(out, b"\0\\(\0\\)\0\\\\\0\\r\0A");
    }
}
