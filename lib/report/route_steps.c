#include "report/route_steps.h"

#include "report/layout.h"
#include "report/names.h"

enum {
    WIDE = 110,       /* columns from which place and proof have a column of their own */
    WEEKS_MAX = 60000 /* of a step, so that its last day can be written */
};

typedef struct writer {
    lri_page *page;
    const leerroute_intake *intake;
    const leerroute_catalogue *catalogue;
} writer;

/* ---- What a step proves ---- */

static void add_grants(lri_page *page, const leerroute_catalogue *catalogue, lri_range grants,
                       lri_series *names) {
    for (uint32_t i = 0; i < grants.count; i++) {
        const lri_grant *grant = &catalogue->grants[grants.first + i];
        lri_requirement_kind kind = grant->is_award ? LRI_AWARD : LRI_COMPETENCE;
        lri_series_add(page, names,
                       lri_leaf_name(page, catalogue, kind, grant->index, grant->level));
    }
}

/* What the person claims of what the assessment validates. */
static void add_validated(lri_page *page, const leerroute_intake *intake,
                          const lri_activity *assessment, lri_series *names) {
    const leerroute_catalogue *catalogue = intake->catalogue;
    for (uint32_t i = 0; i < assessment->validates.count; i++) {
        uint32_t competence = catalogue->validates[assessment->validates.first + i];
        uint8_t level = lri_intake_claimed_level(intake, competence);
        if (level > assessment->max_level) level = assessment->max_level;
        if (level)
            lri_series_add(page, names,
                           lri_leaf_name(page, catalogue, LRI_COMPETENCE, competence, level));
    }
}

const char *lri_proves(lri_page *page, const leerroute_intake *intake, uint32_t activity) {
    lri_series names = {0};
    const lri_activity *a = &intake->catalogue->activities[activity];
    if (a->is_assessment)
        add_validated(page, intake, a, &names);
    else
        add_grants(page, intake->catalogue, a->grants, &names);
    return lri_series_join(page, &names, LRI_SAY_SEMICOLON);
}

/* ---- Cells ---- */

/* The last day of a step; of one from a file that makes no sense, a day that can be written. */
static leerroute_day last_day(const lri_step *step) {
    int64_t weeks = step->weeks < 1 ? 1 : step->weeks > WEEKS_MAX ? WEEKS_MAX : step->weeks;
    return step->start + (leerroute_day)(7 * weeks - 1);
}

static const char *when(writer *w, const lri_step *step) {
    return LRI_SAY(w->page, LRI_SAY_FROM_TO, {"from", lri_page_short_date(w->page, step->start)},
                   {"to", lri_page_short_date(w->page, last_day(step))});
}

static const char *name(writer *w, const lri_step *step) {
    return step->activity == LRI_NONE ? step->id : w->catalogue->activities[step->activity].name;
}

/* Provider, place and leerweg, as far as the offering names them, and its id: what limits ask for.
 */
static const char *where(writer *w, const lri_step *step) {
    lri_series parts = {0};
    if (step->offering_index != LRI_NONE) {
        const lri_offering *offering = &w->catalogue->offerings[step->offering_index];
        if (offering->provider) lri_series_add(w->page, &parts, offering->provider);
        if (offering->place) lri_series_add(w->page, &parts, offering->place);
        if (offering->leerweg) lri_series_add(w->page, &parts, offering->leerweg);
    }
    return LRI_SAY(w->page, LRI_SAY_WHERE,
                   {"names", lri_series_join(w->page, &parts, LRI_SAY_COMMA)},
                   {"offering", step->offering});
}

static int64_t each_week(int64_t hours, int64_t weeks) {
    return weeks < 1 ? hours : lri_hours_a_week(hours, weeks);
}

static const char *hours(writer *w, const lri_step *step) {
    const char *study = lri_page_number(w->page, each_week(step->study_hours, step->weeks));
    if (!step->practice_hours) return study;
    int64_t practice = each_week(step->practice_hours, step->weeks);
    return LRI_SAY(w->page, LRI_SAY_LOAD, {"study", study},
                   {"practice", lri_page_number(w->page, practice)});
}

static const char *cost(writer *w, const lri_step *step) {
    return lri_page_euros(w->page, step->cost_eur);
}

static const char *proves(writer *w, const lri_step *step) {
    return step->activity == LRI_NONE ? "" : lri_proves(w->page, w->intake, step->activity);
}

/* All about the step that is no number, a line each. */
static const char *what(writer *w, const lri_step *step) {
    const char *proof = proves(w, step);
    if (*proof) proof = LRI_SAY(w->page, LRI_SAY_PROVES, {"names", proof});
    return LRI_SAY(w->page, LRI_SAY_LINES, {"name", name(w, step)}, {"where", where(w, step)},
                   {"proof", proof});
}

/* ---- The table ---- */

typedef struct field {
    lri_say head;
    bool right, wraps;
    const char *(*cell)(writer *w, const lri_step *step);
} field;

static const field narrow[] = {{LRI_SAY_HEAD_WHEN, false, false, when},
                               {LRI_SAY_HEAD_WHAT, false, true, what},
                               {LRI_SAY_HEAD_HOURS, true, false, hours},
                               {LRI_SAY_HEAD_COST, true, false, cost}};

static const field wide[] = {
    {LRI_SAY_HEAD_WHEN, false, false, when},  {LRI_SAY_HEAD_WHAT, false, true, name},
    {LRI_SAY_HEAD_WHERE, false, true, where}, {LRI_SAY_HEAD_HOURS, true, false, hours},
    {LRI_SAY_HEAD_COST, true, false, cost},   {LRI_SAY_HEAD_PROVES, false, true, proves}};

static void write_table(writer *w, const leerroute_route *route, const field *fields,
                        size_t count) {
    lri_column columns[LRI_COLUMNS_MAX];
    const char **cells =
        lri_arena_array(&w->page->scratch, route->step_count, count * sizeof *cells);
    if (!cells) {
        w->page->text.failed = true;
        return;
    }
    for (size_t c = 0; c < count; c++)
        columns[c] = (lri_column){lri_form(w->page->language, fields[c].head), fields[c].right,
                                  fields[c].wraps};
    for (size_t i = 0; i < route->step_count * count; i++)
        cells[i] = fields[i % count].cell(w, &route->steps[i / count]);
    lri_write_table(&w->page->text, columns, count, cells, route->step_count,
                    (size_t)w->page->width);
}

static void write_heading(lri_page *page, bool has_practice, uint32_t number) {
    lri_say say = has_practice ? LRI_SAY_HEAD_STEPS_PRACTICE : LRI_SAY_HEAD_STEPS;
    const char *heading = lri_form(page->language, say);
    if (number)
        heading = LRI_SAY(page, LRI_SAY_HEAD_OF_ROUTE, {"number", lri_page_number(page, number)},
                          {"heading", heading});
    lri_text_puts(&page->text, "\n");
    lri_page_paragraph(page, heading);
}

void lri_write_steps(lri_page *page, const leerroute_route *route, const leerroute_intake *intake) {
    lri_write_steps_of(page, route, intake, 0);
}

void lri_write_steps_of(lri_page *page, const leerroute_route *route,
                        const leerroute_intake *intake, uint32_t number) {
    writer w = {page, intake, intake->catalogue};
    bool has_practice = false;
    for (uint32_t i = 0; i < route->step_count; i++)
        has_practice |= route->steps[i].practice_hours != 0;
    if (!route->step_count) return;
    write_heading(page, has_practice, number);
    if (page->width < WIDE)
        write_table(&w, route, narrow, sizeof narrow / sizeof *narrow);
    else
        write_table(&w, route, wide, sizeof wide / sizeof *wide);
}
