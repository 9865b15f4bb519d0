"""Indicators, aggregates and ranks over many schools as SQL, for DuckDB and
PostgreSQL."""
import json
import pathlib

CHECKS = ("metric_values", "sum_weighted", "sum_median", "sum_p25", "sum_p75",
          "sum_rank")


def value_select(metric):
    """Figures of a metric: the school's, with what a group sums."""
    name, scale = metric["id"], metric["scale"]
    if metric["kind"] == "ratio":
        top, bottom = f"t.{metric['num']}", f"t.{metric['den']}"
        tables = "t"
    else:
        top = f"t.{metric['col']} - p.{metric['col']}"
        bottom = f"p.{metric['col']}"
        tables = "t join t p on p.school = t.school and p.year = t.year - 1"
    return (f"select t.school, t.city, t.year, '{name}' as m, {scale}.0 as s, "
            f"{top} as a, {bottom} as b from {tables} "
            f"where {top} is not null and {bottom} <> 0")


def statements(folder, dialect):
    """Names and statements; "load" loads data.csv."""
    folder = pathlib.Path(folder)
    metrics = json.loads((folder / "metrics.json").read_text())
    with open(folder / "data.csv", encoding="utf-8") as file:
        head = file.readline().strip().split(",")[4:]
    kind = "double" if dialect == "duckdb" else "double precision"
    columns = ", ".join(["school text", "city text", "county text",
                         "year integer"] + [f"{name} {kind}" for name in head])
    if dialect == "duckdb":
        load = (f"create table t({columns}); insert into t select * from "
                f"read_csv('{folder}/data.csv', header = true)")

        def at(share):
            return f"quantile_cont(v, {share})"
    else:
        load = (f"create table t({columns});\n"
                f"\\copy t from '{folder}/data.csv' with (format csv, header)\n"
                "create index on t(school, year);\nanalyze t;")

        def at(share):
            return f"percentile_cont({share}) within group (order by v)"
    values = " union all ".join(value_select(metric) for metric in metrics)
    return {
        "load": load,
        "metrics": ["drop table if exists mt",
                    "create table mt as select school, city, year, m, s, a, b, "
                    f"s * a / b as v from ({values}) x"],
        "aggregates": ["drop table if exists ag",
                       "create table ag as select year, city, m, "
                       "min(s) * sum(a) / sum(b) as w, "
                       f"{at(0.5)} as p50, {at(0.25)} as p25, "
                       f"{at(0.75)} as p75 from mt group by year, city, m"],
        "ranks": ["drop table if exists rk",
                  "create table rk as select school, year, city, m, rank() "
                  "over (partition by year, city, m order by v desc) as r "
                  "from mt"],
        "checks": "select (select count(*) from mt), (select sum(w) from ag), "
                  "(select sum(p50) from ag), (select sum(p25) from ag), "
                  "(select sum(p75) from ag), (select sum(r) from rk)",
    }
