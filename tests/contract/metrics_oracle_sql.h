// Aggregates over schools in SQL, with numeric: an oracle that shares nothing
// with the service.
#ifndef NIANBAO_TESTS_CONTRACT_METRICS_ORACLE_SQL_H_
#define NIANBAO_TESTS_CONTRACT_METRICS_ORACLE_SQL_H_

namespace nianbao::testing {

// Tables to load, and functions.
inline constexpr char kOracleSchema[] = R"sql(
create table org(code text, level int, title text, parent text, class text,
                 first_day text, last_day text, ending int, heirs text[]);
create table edition(code text, year int);
create table filed(edition text, school text);
create table fact(edition text, school text, concept text, value text,
                  counts boolean);

-- Where the figures that a school had at the end of a year belong at the end of
-- a later one; null where it was split.
create function heir(school text, from_day text, to_day text) returns text
language plpgsql stable as $$
declare
  here text := school;
  day text := from_day;
  step record;
begin
  loop
    select * into step from org o
      where o.code = here and o.last_day <> '' and o.last_day >= day
        and o.last_day < to_day and o.ending in (3, 4)
      order by o.last_day limit 1;
    if not found then return here; end if;
    if step.ending = 4 then return null; end if;
    here := step.heirs[1];
    day := (step.last_day::date + 1)::text;
  end loop;
end $$;

-- Percentiles of sorted figures: by place 1 + p(n-1), p(n+1), or the nearest
-- rank.
create function percentile(x numeric[], p numeric, method int) returns numeric
language plpgsql immutable as $$
declare
  n int := cardinality(x);
  place numeric;
  below int;
begin
  if n = 0 or n is null then return null; end if;
  place := case method when 2 then p * (n + 1) when 3 then ceil(p * n)
                       else 1 + p * (n - 1) end;
  place := least(greatest(place, 1), n);
  below := floor(place);
  if place = below then return x[below]; end if;
  return x[below] + (place - below) * (x[below + 1] - x[below]);
end $$;
)sql";

// What is made of the tables once they are loaded. Numbers carry forty decimals
// so that quotients round the right way.
inline constexpr char kOracleViews[] = R"sql(
create table member as
  with standing as (
    select e.code as edition, e.year, o.*
    from edition e join org o
      on (o.first_day = '' or o.first_day <= e.year || '-12-31')
     and (o.last_day = '' or o.last_day >= e.year || '-12-31'))
  select o.edition, o.year, o.code as school, o.class, up.code as county,
         case when up.level = 2 then city.code else up.code end as city
  from standing o
  join standing up on up.edition = o.edition and up.code = o.parent
  left join standing city on city.edition = o.edition and city.code = up.parent
  where o.level = 1;

-- Schools of an earlier edition whose figures belong to a member.
create table inherited as
  select f.edition as from_edition, f.school as from_school,
         later.code as edition, later.year - before.year as back,
         heir(f.school, before.year || '-12-31', later.year || '-12-31')
           as school
  from edition before
  join filed f on f.edition = before.code
  join edition later on later.year between before.year and before.year + 2;
create table part as
  select i.* from inherited i
  join member m on m.edition = i.edition and m.school = i.school
  where i.back > 0 or i.from_school = i.school;

create table figure as
  select p.edition, p.school, c.concept, p.back,
         case when count(f.value) = count(*)
              then sum(f.value::numeric(80, 40)) end as v,
         case when count(f.value) = count(*)
              then sum(case when f.counts then 0 else
                       0.5 * power(10::numeric, -scale(f.value::numeric)) end)
              end as half
  from part p
  cross join (select distinct concept from fact) c
  left join fact f on f.edition = p.from_edition and f.school = p.from_school
   and f.concept = c.concept
  group by p.edition, p.school, c.concept, p.back;
create index on figure(edition, school, concept, back);

create table inputs as
  select m.*, s.v as students, s.half as students_half, t.v as teachers,
         i.v as income, i.half as income_half, a.v as area,
         a.half as area_half, s1.v as students1, i1.v as income1,
         i2.v as income2
  from member m
  left join figure s on s.edition = m.edition and s.school = m.school
   and s.concept = 'students' and s.back = 0
  left join figure t on t.edition = m.edition and t.school = m.school
   and t.concept = 'teachers' and t.back = 0
  left join figure i on i.edition = m.edition and i.school = m.school
   and i.concept = 'income' and i.back = 0
  left join figure a on a.edition = m.edition and a.school = m.school
   and a.concept = 'area' and a.back = 0
  left join figure s1 on s1.edition = m.edition and s1.school = m.school
   and s1.concept = 'students' and s1.back = 1
  left join figure i1 on i1.edition = m.edition and i1.school = m.school
   and i1.concept = 'income' and i1.back = 1
  left join figure i2 on i2.edition = m.edition and i2.school = m.school
   and i2.concept = 'income' and i2.back = 2;
)sql";

}  // namespace nianbao::testing

#endif  // NIANBAO_TESTS_CONTRACT_METRICS_ORACLE_SQL_H_
