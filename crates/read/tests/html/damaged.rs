//! Damaged pages are read or refused, never a panic.
use gouji_read::{Limits, read};
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

/// Pages with all that reading looks at; the contents are invented.
pub(crate) fn pages() -> Vec<Vec<u8>> {
    let page = "<!DOCTYPE html><html><head><meta charset=utf-8><title>白石乡2021年年度报告_白石乡</title><style>p{}</style></head>\
        <body class='a'><div class=nav><a href=/>首页</a> | <a href=/b>公开</a></div><h1>白石乡2021年年度报告</h1>\
        <p style='display:block;text-indent:2em'>一、总体情况&nbsp;&#19968;<b>加粗<i>斜</b>体</i><br/>第二行</p>\
        <ol start=3 type='a'><li>甲<li value=9>乙</ol><pre>\n 一  二\n</pre><!-- 注 --><![if !a]>三<![endif]>\
        <table border=1><caption>表</caption><thead><tr><th colspan=2>项目<th rowspan=2>数</thead><tbody><tr><td>甲<td>1<tr><td>乙\
        <td>2<td><table><tr><td>内<td>3</table></table><svg><title>图</title><![CDATA[a]]></svg><math><mi>x</mi></math>\
        <script>if(a<b){'<!--<script></script>-->'}</script><img src='a.png' alt=\"图\"><a href=\"b.xls?c=1&copy=2\">附件</a>\
        <select><option>一</select><template><p>二</template><del>删</del><textarea>&lt;</textarea></body></html>";
    vec![page.as_bytes().to_vec(), encoding_rs::GB18030.encode(&page.replace("utf-8", "gbk")).0.into_owned()]
}

/// A page with up to six changes: a byte replaced, a part cut out, doubled or moved, the end cut off.
pub(crate) fn a_damaged_page() -> impl Strategy<Value = Vec<u8>> {
    let change = (0..6_u8, any::<prop::sample::Index>(), any::<prop::sample::Index>(), any::<u8>(), 1..40_usize);
    (0..2_usize, prop::collection::vec(change, 1..6)).prop_map(|(page, changes)| {
        let mut bytes = pages().swap_remove(page);
        for (kind, at, to, byte, length) in changes {
            let at = at.index(bytes.len());
            let end = (at + length).min(bytes.len());
            match kind {
                0 => bytes[at] = byte,
                1 => bytes[at] = b"<>&\"'/=-! \0\r"[usize::from(byte) % 12],
                2 => drop(bytes.drain(at..end)),
                3 => bytes[at] ^= 1 << (byte % 8),
                4 => {
                    let part = bytes[at..end].to_vec();
                    let to = to.index(bytes.len());
                    bytes.splice(to..to, part);
                }
                _ if byte > 200 => bytes.truncate(at.max(1)),
                _ => {}
            }
            if bytes.is_empty() {
                bytes.push(b'<');
            }
        }
        bytes
    })
}

/// A runner with a fixed seed.
pub(crate) fn runner(cases: u32) -> TestRunner {
    let config = Config { cases, failure_persistence: None, ..Config::default() };
    TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::ChaCha, &[7; 32]))
}

#[test]
fn two_thousand_damaged_pages() {
    runner(2_000)
        .run(&a_damaged_page(), |bytes| {
            let _ = read(&bytes, &Limits::default());
            Ok(())
        })
        .unwrap();
}

#[test]
fn a_page_cut_anywhere() {
    for page in pages() {
        for end in 1..page.len() {
            let _ = read(&page[..end], &Limits::default());
        }
    }
}
