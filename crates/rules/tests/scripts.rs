//! What scripts can say.
mod support;

use support::check;

#[test]
fn a_comparison_is_an_edit_about_its_first_cell() {
    check(
        "require(loans.lent.children == loans.all.children);",
        &["loans.lent.children: +loans.lent.children -loans.all.children = 0"],
    );
}

#[test]
fn numbers_may_stand_on_either_side() {
    check("require(5 == loans.lent.children);", &["loans.lent.children: -loans.lent.children = -5"]);
    check("require(loans.lent.children != 5);", &["loans.lent.children: +loans.lent.children ≠ 5"]);
    check("require(loans.lent.children >= -5);", &["loans.lent.children: +loans.lent.children ≥ -5"]);
}

#[test]
fn decimals_are_exact() {
    check(
        "require(loans.lent.children <= 0.3 * loans.all.children);",
        &["loans.lent.children: +loans.lent.children -0.3·loans.all.children ≤ 0"],
    );
    check(
        "require(loans.lent.children * 2 - 0.1 < +loans.all.children);",
        &["loans.lent.children: +2·loans.lent.children -loans.all.children < 0.1"],
    );
}

#[test]
fn groups_stay_groups_and_paths_are_properties_or_indices() {
    check(
        "require(loans.back.children == loans[\"back\"][\"late\"].children + loans[\"back.lost\"].children);",
        &["loans.back.children: +Σloans.back.children -loans.back.late.children -loans.back.lost.children = 0"],
    );
    check(
        "require(loans.lent.total == loans.lent.readers);",
        &["loans.lent.total: +loans.lent.total -Σloans.lent.readers = 0"],
    );
    check(
        "require(visits.morning == visits.morning[\"in\"] + visits[\"morning\"].out);",
        &["visits.morning: +Σvisits.morning -visits.morning.in -visits.morning.out = 0"],
    );
}

#[test]
fn lists_come_from_the_form_in_the_order_of_print() {
    check(
        "for c in loans.columns { require(loans.lent[c] == 0); }",
        &[
            "loans.lent.children: +loans.lent.children = 0",
            "loans.lent.adults: +loans.lent.adults = 0",
            "loans.lent.total: +loans.lent.total = 0",
        ],
    );
    check(
        "for r in loans.rows { require(loans[r].children == 0); }",
        &[
            "loans.lent.children: +loans.lent.children = 0",
            "loans.back.late.children: +loans.back.late.children = 0",
            "loans.back.lost.children: +loans.back.lost.children = 0",
            "loans.all.children: +loans.all.children = 0",
        ],
    );
    check(
        "for h in visits.halves { for way in [\"in\", \"out\"] { require(visits[h][way] > 0); } }",
        &[
            "visits.morning.in: +visits.morning.in > 0",
            "visits.morning.out: +visits.morning.out > 0",
            "visits.evening.in: +visits.evening.in > 0",
            "visits.evening.out: +visits.evening.out > 0",
        ],
    );
    check(
        "for cell in visits.cells { require(visits[cell].is_zero); }",
        &[
            "visits.morning.in: all visits.morning.in zero",
            "visits.morning.out: all visits.morning.out zero",
            "visits.evening.in: all visits.evening.in zero",
            "visits.evening.out: all visits.evening.out zero",
        ],
    );
}

#[test]
fn other_reports_are_named_before_the_table() {
    check(
        "require(loans.lent.total == last_year.loans.all.total + members.loans.lent.total);",
        &["loans.lent.total: +loans.lent.total -last_year.loans.all.total -members.loans.lent.total = 0"],
    );
    check("require(last_year.loans.all.total == 0);", &["last_year.loans.all.total: +last_year.loans.all.total = 0"]);
}

#[test]
fn sums_of_lists_have_no_depth() {
    let cells = ["loans.lent.children"; 300].join(", ");
    check(&format!("require(sum([{cells}]) == 5);"), &["loans.lent.children: +300·loans.lent.children = 5"]);
}

#[test]
fn claims_are_variables_and_shares_are_factors() {
    check("require(claim(\"lent\") == loans.lent.total);", &["claim.lent: +claim.lent -loans.lent.total = 0"]);
    check("require(loans.lent.total == claim(\"lent\"));", &["loans.lent.total: +loans.lent.total -claim.lent = 0"]);
    check("require(claim(\"lent\") == 5);", &["claim.lent: +claim.lent = 5"]);
    check(
        "require(loans.back.total == share(\"back\") * loans.lent.total);",
        &["loans.back.total: +Σloans.back.total -share.back·loans.lent.total = 0"],
    );
}

#[test]
fn states_are_asked_of_all_or_any_cell() {
    check(
        "require(loans.lent.total.is_number);",
        &["loans.lent.total: all loans.lent.total zero|whole|fraction|negative"],
    );
    check("require(loans.back.total.any_empty);", &["loans.back.total: any loans.back.total blank|dash"]);
    check(
        "require(loans.back.total.is_found);",
        &["loans.back.total: all loans.back.total zero|whole|fraction|negative|blank|dash|unreadable"],
    );
    check(
        "require(loans.lent.total.is_not_number);",
        &["loans.lent.total: all loans.lent.total blank|dash|unreadable|missing"],
    );
    check(
        "require(loans.lent.total.is_signed_whole);",
        &["loans.lent.total: all loans.lent.total zero|whole|negative"],
    );
}

#[test]
fn facts_have_arguments_of_the_edition() {
    check(
        "require(section(\"summary.staff\").present);",
        &["section.summary.staff.present: section.summary.staff.present"],
    );
    check(
        "require(section(\"loans\").mentions(\"fine\"));",
        &["section.loans.mentions.fine: section.loans.mentions.fine"],
    );
    check("require(table(\"visits\").no_extra_rows);", &["table.visits.no_extra_rows: table.visits.no_extra_rows"]);
    check("require(unit.level.is(\"township\"));", &["unit.level.township: unit.level.township"]);
    check("require(report.free_of(\"residue\"));", &["report.free_of.residue: report.free_of.residue"]);
    check(
        "require(form.own); require(title.names_unit);",
        &["form.own: form.own", "title.names_unit: title.names_unit"],
    );
    check("require(negate(unit.kind.is(\"department\")));", &["unit.kind.department: not unit.kind.department"]);
    check("require(negate(negate(report.filled)));", &["report.filled: report.filled"]);
}

#[test]
fn conditions_and_alternatives() {
    check(
        "when(loans.lent.total.is_blank).require(loans.all.total == 0);",
        &["loans.all.total: when all loans.lent.total blank: +loans.all.total = 0"],
    );
    check(
        "when(form.own, loans.lent.total > 5, report.filled).require_any([loans.all.total > 0, title.present]);",
        &[
            "loans.all.total: when form.own, +loans.lent.total > 5, report.filled: +loans.all.total > 0 or title.present",
        ],
    );
    check(
        "let small = loans.lent.total < 5;\nlet applies = when(form.own);\napplies.require(small);",
        &["loans.lent.total: when form.own: +loans.lent.total < 5"],
    );
    check(
        "require_any([loans.lent.total == 0, loans.all.total == 0]);",
        &["loans.lent.total: +loans.lent.total = 0 or +loans.all.total = 0"],
    );
}

#[test]
fn items_of_a_list_have_numbers() {
    check("require(loans.lent[loans.columns[0]] == 0);", &["loans.lent.children: +loans.lent.children = 0"]);
}

#[test]
fn names_may_be_chinese_and_comments_anywhere() {
    check(
        "// 注释\nlet 总数 = loans.all.total; /* 再注 */\nrequire(总数 == 0);",
        &["loans.all.total: +loans.all.total = 0"],
    );
}
