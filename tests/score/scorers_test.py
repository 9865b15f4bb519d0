#!/usr/bin/env python3
"""Tests of the scorers themselves."""
import pathlib
import sys
import unittest

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import amounts  # noqa: E402
import error_score  # noqa: E402
import fact_score  # noqa: E402
import hint_score  # noqa: E402


def key(value, line=5, indicator="在校生数", **more):
    return {"line": line, "indicator": indicator, "value": value, "unit": "人",
            "period": "2021年", **more}


def fact(value, line=5, label="在校生数", **more):
    return {"line": line, "label": label, "value": value, "unit": "人",
            "period": "2021年", **more}


ERROR = {"id": "e1", "statement": "62 / 203", "reported": "31.5%",
         "computed": "62/203=30.54%", "verdict": "inconsistent", "lines": [9]}
ALARM = {"verdict": "contradicted", "reported": "31.5%", "lines": [9],
         "computed": "62÷203=30.54%", "values": ["31.5", "62", "203"],
         "message": "..."}


class AmountsTest(unittest.TestCase):

    def test_a_number_is_equal_however_it_is_printed(self):
        self.assertEqual(amounts.amount("1,280.50"), amounts.amount("1280.5"))
        self.assertEqual(amounts.amount("98%"), amounts.amount("９８"))
        self.assertEqual(amounts.amount("17.8:1"), amounts.amount("1:17.8"))
        self.assertIsNone(amounts.amount("二"))

    def test_names_are_close_where_half_of_their_pairs_are_shared(self):
        self.assertTrue(amounts.same_name("专任教师数", "学校专任教师数"))
        self.assertTrue(amounts.same_name("护理专业招生数", "护理招生数"))
        self.assertFalse(amounts.same_name("护理专业招生数", "图书"))
        self.assertFalse(amounts.same_name("", ""))

    def test_periods_are_their_years(self):
        self.assertTrue(amounts.same_period("2021年", "2021年度"))
        self.assertFalse(amounts.same_period("2020学年", "2021年"))
        self.assertFalse(amounts.same_period("2020-2021学年", "2021年"))


class FactScoreTest(unittest.TestCase):

    def score(self, keys, facts):
        return fact_score.score(keys, facts)[0]

    def test_equal_rows_reach_all(self):
        result = self.score([key("12"), key("13")], [fact("12"), fact("13")])
        self.assertEqual(set(result.values()), {100.0})

    def test_a_line_break_may_stand_between(self):
        self.assertEqual(self.score([key("12")], [fact("12", 6)])["recall"],
                         100)
        self.assertEqual(self.score([key("12")], [fact("12", 7)])["recall"], 0)

    def test_each_row_goes_with_one_other_the_best_agreeing(self):
        result = self.score(
            [key("5", indicator="男生数"), key("5", indicator="女生数")],
            [fact("5", label="女生数"), fact("5", label="男生数")])
        self.assertEqual(result["label"], 100)
        result = self.score([key("5"), key("5")], [fact("5")])
        self.assertEqual(result["recall"], 50)

    def test_optional_rows_count_for_nobody(self):
        optional = key("2", optional=True)
        result = self.score([key("12"), optional], [fact("12")])
        self.assertEqual(result["recall"], 100)
        result = self.score([key("12"), optional], [fact("12"), fact("2")])
        self.assertEqual(result["precision"], 100)

    def test_each_aspect_is_scored_by_itself(self):
        result, misses = fact_score.score(
            [key("12")], [fact("12", unit="名", period="2020年", label="图书")])
        self.assertEqual(
            [result["unit"], result["label"], result["period"]], [100, 0, 0])
        self.assertEqual(len(misses), 2)


class ErrorScoreTest(unittest.TestCase):

    def score(self, alarm):
        return error_score.score([ERROR], [dict(ALARM, **alarm)])[0]

    def test_an_alarm_on_the_line_with_the_figures_finds_the_error(self):
        self.assertEqual(self.score({}),
                         {"errors_found": 100.0, "false_alarms": 0})

    def test_an_alarm_elsewhere_is_false(self):
        self.assertEqual(self.score({"lines": [20]}),
                         {"errors_found": 0.0, "false_alarms": 1})

    def test_an_alarm_on_a_wrong_figure_for_another_reason_is_not_false(self):
        self.assertEqual(
            self.score({"values": ["31.5"], "computed": "<=118"}),
            {"errors_found": 0.0, "false_alarms": 0})

    def test_a_relation_that_holds_is_no_alarm(self):
        self.assertEqual(self.score({"verdict": "consistent"}),
                         {"errors_found": 0.0, "false_alarms": 0})

    def test_a_contradiction_called_rounding_is_neither_found_nor_false(self):
        self.assertEqual(self.score({"verdict": "rounded_differently"}),
                         {"errors_found": 0.0, "false_alarms": 0})


class HintScoreTest(unittest.TestCase):

    KEY = dict(ERROR, should_be="30.54%", slip="wrong_digit")
    REPAIR = {"text": "31.5%", "should_be": "30.54%", "line": 9}

    def score(self, key, repairs, **alarm):
        grades, strays, _ = hint_score.score(
            [key], [dict(ALARM, repairs=repairs, **alarm)])
        return hint_score.shares(grades, strays)

    def test_a_hint_that_puts_the_figure_right_is_right(self):
        self.assertEqual(self.score(self.KEY, [self.REPAIR]),
                         {"hints_right": 100.0, "hints_wrong": 0.0})

    def test_a_hint_that_changes_another_figure_is_wrong(self):
        self.assertEqual(
            self.score(self.KEY, [dict(self.REPAIR, text="62人",
                                       should_be="64人")]),
            {"hints_right": 0.0, "hints_wrong": 100.0})

    def test_no_hint_is_neither(self):
        self.assertEqual(self.score(self.KEY, []),
                         {"hints_right": 0.0, "hints_wrong": 0.0})

    def test_a_hint_where_there_is_no_error_is_wrong(self):
        self.assertEqual(
            self.score(self.KEY, [self.REPAIR], lines=[40], reported="7")
            ["hints_wrong"], 100.0)

    def test_errors_without_a_right_figure_do_not_count(self):
        self.assertEqual(self.score(ERROR, []),
                         {"hints_right": 100.0, "hints_wrong": 0.0})


if __name__ == "__main__":
    unittest.main()
