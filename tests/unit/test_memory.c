/* No memory is an answer: each allocation of a reading in turn is refused, alone or with all that
 * follow. The status says so, nothing leaks, and what was given is as it was.
 *
 * The linker leads malloc, calloc and realloc of the library and the tests to the functions here;
 * jansson gets one of them by its own means. */
#include <jansson.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "support.h"

/* ---- Refusing ---- */

enum { TOKEN_BUFFER = 32 };

static struct {
    bool armed;
    unsigned long left; /* before the one that is refused */
    bool refuses_on;    /* and all that follow */
    bool has_refused, has_grown;
    unsigned long asked; /* of all calls */
} memory;

static bool refuses(void) {
    memory.asked++;
    if (!memory.armed) return false;
    if (memory.left > 0) {
        memory.left--;
        return false;
    }
    bool refused = !memory.has_refused || memory.refuses_on;
    memory.has_refused = true;
    return refused;
}

void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *old, size_t size);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *old, size_t size);

void *__wrap_malloc(size_t size) {
    return refuses() ? NULL : __real_malloc(size);
}

void *__wrap_calloc(size_t count, size_t size) {
    return refuses() ? NULL : __real_calloc(count, size);
}

void *__wrap_realloc(void *old, size_t size) {
    return refuses() ? NULL : __real_realloc(old, size);
}

/* jansson does not notice when the buffer of its tokens cannot grow. That happens once in the files
 * here, for `format` at their beginning, and is let pass: no other token is as long as the buffer.
 */
static void *malloc_for_jansson(size_t size) {
    bool grows = size == TOKEN_BUFFER && !memory.has_grown;
    memory.has_grown |= grows;
    return grows ? __real_malloc(size) : __wrap_malloc(size);
}

static void arm(unsigned long left, bool refuses_on) {
    json_set_alloc_funcs(malloc_for_jansson, free);
    memory.left = left;
    memory.refuses_on = refuses_on;
    memory.has_refused = memory.has_grown = false;
    memory.armed = true;
}

/* Was an allocation refused? */
static bool disarm(void) {
    memory.armed = false;
    json_set_alloc_funcs(malloc, free);
    return memory.has_refused;
}

/* ---- What is read ---- */

#define CATALOGUE(rest)                                                                            \
    "{'format':'leerroute-catalogue/1','id':'c','competences':["                                   \
    "{'id':'adl','name':'ADL'},{'id':'tillen','name':'Tillen'}]" rest "}"
#define UNITS(requires)                                                                                                                                                                         \
    ",'attributes':[{'id':'bbl','name':'B'}],'units':[{'id':'u','name':'U','requires':" requires ",'grants':[{'competence':'adl'},{'certificate':'k'}],'offerings':[{'id':'u-1','weeks':[4,8]," \
                                                                                                 "'provider':'P','place':'Q','leerweg':'bbl','starts':{'yearly':['09-01','02-01']}},"           \
                                                                                                 "{'id':'u-2','weeks':2,'starts':['2026-09-01']},{'id':'u-3','weeks':2,"                        \
                                                                                                 "'starts':{'monthly':3}}]}],'assessments':[{'id':'a','name':'A','validates':['adl'],"          \
                                                                                                 "'offerings':[{'id':'a-1','weeks':6}]}],'certificates':[{'id':'k','name':'K','requires':"      \
                                                                                                 "{'at_least':2,'of':[{'unit':'u'},{'weight':2,'that':{'competence':'tillen'}}]}}],"            \
                                                                                                 "'diplomas':[{'id':'d','name':'D'}],'functions':[{'id':'f','name':'F','requires':"             \
                                                                                                 "{'all':[{'diploma':'d'},{'not':{'attribute':'bbl'}}]}}],'occupations':[{'id':'b',"            \
                                                                                                 "'name':'B','suggests':[{'competence':'adl','years':2}]}]"
#define INTAKE(rest)                                                                               \
    "{'format':'leerroute-intake/1','id':'i','start':'2026-09-02','goal':{'any':[{'diploma':'d'}," \
    "{'certificate':'k'}]},'holds':[{'competence':'adl','evidence':'e'}],'claims':["               \
    "{'competence':'adl','evidence':'e'}],'experience':[{'occupation':'b','years':3}],"            \
    "'attributes':['bbl'],'capacity':{'study_hours_per_week':16,'periods':[{'from':'2026-12-21',"  \
    "'to':'2026-12-27'},{'from':'2026-11-02','to':'2026-11-02'}]}" rest "}"

static const char right_catalogue_json[] = CATALOGUE(UNITS("{'any':[{'attribute':'bbl'}]}"));
static const char right_intake_json[] =
    INTAKE(",'under_way':[{'unit':'u','ends':'2026-12-01'}],'limits':{'providers':['P','R'],"
           "'exclude':['u-1','a'],'include':[{'assessment':'a','offering':'a-1'}]},'note':'n'");
#define ROUTE(steps)                                                                               \
    "{'format':'leerroute-route/1','intake':'i','catalogue':'c','status':'feasible',"              \
    "'objective':['cost','finish'],'start':'2026-08-31','finish':'2026-09-28','cost_eur':0,"       \
    "'study_hours':0,'practice_hours':0,'steps':[" steps "],'awards':[{'kind':'certificate',"      \
    "'id':'k','week':'2026-09-28'}],'bound':{'measure':'finish','value':'2026-09-28'}}"

static const struct reading {
    leerroute_file file;
    leerroute_status status;
    const char *json;
} readings[] = {
    {LEERROUTE_FILE_CATALOGUE, LEERROUTE_OK, right_catalogue_json},
    {LEERROUTE_FILE_CATALOGUE, LEERROUTE_INVALID,
     CATALOGUE(UNITS("{'all':[{'unit':'x'},{'competence':'tilen'},{'unti':'u'},{'all':[],'any':[]},"
                     "{'unit':'u','started':false}]}") ",'id':'c','x':1")},
    {LEERROUTE_FILE_CATALOGUE, LEERROUTE_INVALID,
     CATALOGUE(",'attributes':[{'name':'A'},{'id':'a','name':'A'},{'id':'a','name':''}],"
               "'functions':[{'id':'f','name':'F','requires':{'attribute':'bol'}}],"
               "'x-many':{'a':0,'b':0,'c':0,'d':0,'e':0,'f':0,'g':0,'h':0,'i':0,'j':0,'k':0,"
               "'l':0,'m':0,'n':0,'o':0,'p':0,'q':0,'a':0}")},
    {LEERROUTE_FILE_CATALOGUE, LEERROUTE_INVALID, "{'format':'leerroute-catalogue/1','id':[tru]}"},
    {LEERROUTE_FILE_CATALOGUE, LEERROUTE_INVALID,
     "{'format':'leerroute-catalogue/1','id':'\\u0000'}"},
    {LEERROUTE_FILE_INTAKE, LEERROUTE_OK, right_intake_json},
    {LEERROUTE_FILE_INTAKE, LEERROUTE_OK, INTAKE(",'note':'\\ud83d\\ude00'")}, /* read by jansson */
    {LEERROUTE_FILE_INTAKE, LEERROUTE_INVALID,
     INTAKE(",'under_way':[{'unit':'u','ends':'2026-12-0'},{'unit':'u'}],'limits':{"
            "'exclude':['u-4'],'include':[{'assessment':'a','offering':'u-1'},{'unit':'u'}]},"
            "'objective':['cots']")},
    {LEERROUTE_FILE_ROUTE, LEERROUTE_OK,
     ROUTE("{'kind':'unit','id':'u','offering':'u-1','start':'2026-08-31','weeks':4,'cost_eur':0,"
           "'study_hours':0,'practice_hours':0}")},
    {LEERROUTE_FILE_ROUTE, LEERROUTE_INVALID, ROUTE("{'kind':1},5")},
};

/* What the readings take place among. */
static leerroute_catalogue *catalogue;
static leerroute_intake *intake;
static leerroute_diagnostics *diagnostics;

static void set_up(void) {
    catalogue = right_catalogue(right_catalogue_json);
    intake = right_intake(catalogue, right_intake_json);
    diagnostics = leerroute_diagnostics_new();
    leerroute_catalogue *none;
    leerroute_catalogue_parse("5", 1, "before", diagnostics, &none);
}

static void tear_down(void) {
    leerroute_diagnostics_free(diagnostics);
    leerroute_intake_free(intake);
    leerroute_catalogue_free(catalogue);
}

static leerroute_status parse(leerroute_file file, const char *text) {
    leerroute_catalogue *c = NULL;
    leerroute_intake *i = NULL;
    leerroute_route *r = NULL;
    leerroute_status status;
    size_t size = strlen(text);
    if (file == LEERROUTE_FILE_CATALOGUE)
        status = leerroute_catalogue_parse(text, size, "f", diagnostics, &c);
    else if (file == LEERROUTE_FILE_INTAKE)
        status = leerroute_intake_parse(catalogue, text, size, "f", 0, 0, diagnostics, &i);
    else
        status = leerroute_route_parse(intake, text, size, "f", diagnostics, &r);
    memory.armed = false;
    ck_assert_int_eq(c || i || r, status == LEERROUTE_OK);
    leerroute_catalogue_free(c);
    leerroute_intake_free(i);
    leerroute_route_free(r);
    return status;
}

static leerroute_status validate(leerroute_file file, const char *text) {
    leerroute_file found;
    leerroute_status status =
        leerroute_validate(catalogue, text, strlen(text), "f", 0, 0, diagnostics, &found);
    memory.armed = false;
    ck_assert(status != LEERROUTE_OK || found == file);
    return status;
}

/* Refuses each allocation of a reading in turn. */
static void refuse_each(const struct reading *reading, bool refuses_on,
                        leerroute_status (*read)(leerroute_file file, const char *text)) {
    char *text = quoted(reading->json);
    bool has_refused = true;
    unsigned long n;
    for (n = 0; has_refused; n++) {
        size_t before = leerroute_diagnostics_count(diagnostics);
        arm(n, refuses_on);
        leerroute_status status = read(reading->file, text);
        has_refused = disarm();
        ck_assert_int_eq(status, has_refused ? LEERROUTE_NO_MEMORY : reading->status);
        if (has_refused) ck_assert_uint_eq(leerroute_diagnostics_count(diagnostics), before);
    }
    ck_assert_uint_gt(n, 3);
    free(text);
}

START_TEST(each_allocation_of_a_reading_is_refused) {
    refuse_each(&readings[_i], false, parse);
    refuse_each(&readings[_i], true, parse);
}
END_TEST

START_TEST(each_allocation_of_a_validation_is_refused) {
    refuse_each(&readings[_i], false, validate);
}
END_TEST

/* ---- What is built, told and changed ---- */

static void build(leerroute_builder *b) {
    leerroute_builder_text(b, "format", "leerroute-catalogue/1");
    leerroute_builder_text(b, "id", "c");
    leerroute_builder_list(b, "competences");
    for (int i = 0; i < 300; i++) { /* more than one block of the arena */
        leerroute_builder_object(b, NULL);
        leerroute_builder_text(b, "id", "adl");
        leerroute_builder_integer(b, "level", 3);
        leerroute_builder_boolean(b, "x-", true);
        leerroute_builder_end(b);
    }
    leerroute_builder_end(b);
}

START_TEST(each_allocation_of_a_builder_is_refused) {
    bool has_refused = true;
    for (unsigned long n = 0; has_refused; n++) {
        leerroute_catalogue *built = NULL;
        size_t before = leerroute_diagnostics_count(diagnostics);
        arm(n, false);
        leerroute_builder *b = leerroute_builder_new();
        build(b);
        leerroute_status status = leerroute_builder_catalogue(b, "f", diagnostics, &built);
        has_refused = disarm();
        if (!b) status = LEERROUTE_NO_MEMORY;
        ck_assert_int_eq(status, has_refused ? LEERROUTE_NO_MEMORY : LEERROUTE_INVALID);
        ck_assert_ptr_null(built);
        if (has_refused) ck_assert_uint_eq(leerroute_diagnostics_count(diagnostics), before);
        build(b); /* it is empty, and serves again */
        if (b)
            ck_assert_int_eq(leerroute_builder_catalogue(b, "f", NULL, &built), LEERROUTE_INVALID);
        leerroute_builder_free(b);
    }
}
END_TEST

START_TEST(each_allocation_of_a_sentence_is_refused) {
    leerroute_diagnostic d = {.code = LEERROUTE_FAULT_TYPE,
                              .value = "v",
                              .expected = "number",
                              .nearest = "n",
                              .detail = "text",
                              .maximum = 9};
    bool has_refused = true;
    for (unsigned long n = 0; has_refused; n++) {
        arm(n, false);
        char *sentence = leerroute_diagnostic_sentence(&d, LEERROUTE_DUTCH);
        has_refused = disarm();
        ck_assert_int_eq(sentence == NULL, has_refused);
        leerroute_text_free(sentence);
    }
}
END_TEST

START_TEST(each_allocation_of_a_line_of_an_answer_is_refused) {
    leerroute_planner *planner = leerroute_planner_new();
    const leerroute_route *route;
    ck_assert_int_eq(leerroute_plan(planner, intake, NULL, &route), LEERROUTE_OK);
    bool has_refused = true;
    for (unsigned long n = 0; has_refused; n++) {
        char *line;
        arm(n, false);
        leerroute_status status =
            _i ? leerroute_route_line(route, intake, NULL, &line, NULL)
               : leerroute_error_line("f", 1, diagnostics, NULL, LEERROUTE_DUTCH, &line, NULL);
        has_refused = disarm();
        ck_assert_int_eq(status, has_refused ? LEERROUTE_NO_MEMORY : LEERROUTE_OK);
        ck_assert_int_eq(line == NULL, has_refused);
        leerroute_text_free(line);
    }
    leerroute_planner_free(planner);
}
END_TEST

START_TEST(each_allocation_of_a_summary_is_refused) {
    char *text = quoted(
        "{'format':'leerroute-route/1','intake':'i','catalogue':'c','goal':{'any':[{'unit':'u'},"
        "{'not':{'attribute':'bbl'}}]},'status':'optimal','start':'2026-08-31','finish':"
        "'2026-09-28','cost_eur':1,'study_hours':2,'steps':[{'offering':'u-2','start':'2026-08-31',"
        "'weeks':4,'cost_eur':1,'study_hours':2,'practice_hours':0}],'without_evc':{'status':"
        "'optimal','finish':'2026-10-05','cost_eur':0,'study_hours':2}}");
    char *none = quoted(
        "{'format':'leerroute-route/1','intake':'i','catalogue':'c','goal':{'unit':'u'},'status':"
        "'none','reasons':[{'code':'lift','changes':[{'code':'exclude','id':'u-1'},{'code':"
        "'places','add':['A','B']}]},{'code':'circle','kind':'certificate','id':'k'}]}");
    bool has_refused = true;
    for (unsigned long n = 0; has_refused; n++) {
        char *written_out = NULL;
        const leerroute_style style = {.format = (leerroute_format)_i};
        arm(n, true);
        leerroute_summary *summary = leerroute_summary_new(catalogue);
        leerroute_status status = summary ? LEERROUTE_OK : LEERROUTE_NO_MEMORY;
        if (summary) status = leerroute_summary_add(summary, text, strlen(text), "f", 1, NULL);
        if (status == LEERROUTE_OK)
            status = leerroute_summary_add(summary, none, strlen(none), "f", 2, NULL);
        if (status == LEERROUTE_OK)
            status = leerroute_summary_write(summary, &style, &written_out, NULL);
        has_refused = disarm();
        ck_assert_int_eq(status, has_refused ? LEERROUTE_NO_MEMORY : LEERROUTE_OK);
        leerroute_text_free(written_out);
        leerroute_summary_free(summary);
    }
    free(none);
    free(text);
}
END_TEST

START_TEST(a_goal_stays_as_it_was) {
    uint32_t goal = intake->goal;
    leerroute_status status = LEERROUTE_OK;
    while (status == LEERROUTE_OK) { /* until the arena needs a new block */
        goal = intake->requirements.nodes[intake->goal].index;
        arm(0, true);
        status = leerroute_intake_set_goal(intake, LEERROUTE_CERTIFICATE, "k");
        disarm();
    }
    ck_assert_int_eq(status, LEERROUTE_NO_MEMORY);
    ck_assert_uint_eq(intake->requirements.nodes[intake->goal].index, goal);
    arm(0, true);
    leerroute_diagnostics *none = leerroute_diagnostics_new();
    disarm();
    ck_assert_ptr_null(none);
}
END_TEST

/* ---- What is planned ---- */

/* The status of a plan with a planner of its own, or with one that planned before. */
static leerroute_status plan(leerroute_planner *used, unsigned long n, bool refuses_on,
                             bool *has_refused) {
    const leerroute_route *route = NULL;
    leerroute_planner *planner = used ? used : leerroute_planner_new();
    arm(n, refuses_on);
    leerroute_status status = leerroute_plan(planner, intake, NULL, &route);
    *has_refused = disarm();
    ck_assert_int_eq(route != NULL, status == LEERROUTE_OK);
    if (status == LEERROUTE_OK) {
        ck_assert_int_eq(leerroute_route_outcome(route), LEERROUTE_OPTIMAL);
        ck_assert_uint_eq(leerroute_route_step_count(route), 3);
    }
    if (!used) leerroute_planner_free(planner);
    return status;
}

/* Two units of one hall, after a third: it takes conflicts to find that they fit no sooner. */
static const char crowded_json[] =
    "{'format':'leerroute-catalogue/1','id':'c','competences':[{'id':'k','name':'K'}],'units':["
    "{'id':'u','name':'U','offerings':[{'id':'u-1','weeks':2,'study_hours':40,'cost_eur':5},"
    "{'id':'u-2','weeks':3,'study_hours':30}]},"
    "{'id':'v','name':'V','requires':{'unit':'u'},'offerings':[{'id':'v-1','weeks':2,"
    "'study_hours':24}]},"
    "{'id':'w','name':'W','requires':{'unit':'u'},'offerings':[{'id':'w-1','weeks':[2,4],"
    "'study_hours':24,'cost_eur':7}]}],"
    "'functions':[{'id':'f','name':'F','requires':{'unit':'w'}}]}";
static const char crowded_intake_json[] =
    "{'format':'leerroute-intake/1','id':'i','start':'2026-09-02','goal':{'all':[{'unit':'v'},"
    "{'unit':'w'}]},'capacity':{'study_hours_per_week':20}}";

START_TEST(each_allocation_of_a_plan_is_refused) {
    leerroute_intake_free(intake);
    leerroute_catalogue_free(catalogue);
    catalogue = right_catalogue(crowded_json);
    intake = right_intake(catalogue, crowded_intake_json);
    leerroute_planner *planner = leerroute_planner_new();
    bool has_refused = true;
    unsigned long n;
    for (n = 0; has_refused; n++) {
        leerroute_status status = plan(NULL, n, _i, &has_refused);
        ck_assert_int_eq(status, has_refused ? LEERROUTE_NO_MEMORY : LEERROUTE_OK);
    }
    ck_assert_uint_gt(n, 50);
    for (n = 0, has_refused = true; has_refused && n < 1000; n++) /* it keeps what it was given */
        plan(planner, 1, _i, &has_refused);
    ck_assert_int_eq(plan(planner, ULONG_MAX, _i, &has_refused), LEERROUTE_OK);
    leerroute_planner_free(planner);
}
END_TEST

/* What a plan asks for. Where the checker looks at each route, its part is left out. */
static unsigned long asked_for(leerroute_planner *planner, const leerroute_intake *of) {
    const leerroute_limits limits = {.nodes = 500};
    const leerroute_route *route;
    unsigned long before = memory.asked;
    leerroute_status status = leerroute_plan(planner, of, &limits, &route);
    unsigned long asked = memory.asked - before; /* before an assertion asks for some */
    ck_assert_int_eq(status, LEERROUTE_OK);
#ifdef LRI_SELF_CHECK
    leerroute_check *check;
    before = memory.asked;
    if (leerroute_route_check(of, route, &check) == LEERROUTE_OK) {
        asked -= memory.asked - before;
        leerroute_check_free(check);
    }
#endif
    return asked;
}

static leerroute_planner *warm;
static leerroute_catalogue *samples;
static unsigned long total;

static void plan_sample(const char *path) {
    leerroute_intake *of = fixture_intake(samples, ".", path);
    total += asked_for(warm, of);
    leerroute_intake_free(of);
}

static void plan_case(const char *folder) {
    char path[200];
    samples = fixture_catalogue(folder);
    snprintf(path, sizeof path, "%s/intake.json", folder);
    plan_sample(path);
    leerroute_catalogue_free(samples);
}

START_TEST(a_warm_planner_allocates_nothing) {
    warm = leerroute_planner_new();
    for (int round = 0; round < 2; round++) {
        total = 0;
        each_case(false, plan_case);
        samples = fixture_catalogue("zorg-en-welzijn");
        each_json("zorg-en-welzijn/intakes", plan_sample);
        leerroute_catalogue_free(samples);
        if (round == 0) ck_assert_uint_gt(total, 0);
    }
    ck_assert_uint_eq(total, 0);
    leerroute_planner_free(warm);
}
END_TEST

/* ---- What is asked next ---- */

/* Takes what the function makes of the latest route, until nothing is refused. */
static void refuse_each_of(leerroute_status (*make)(leerroute_planner *, const leerroute_route *)) {
    leerroute_planner *planner = leerroute_planner_new();
    const leerroute_route *route;
    bool has_refused = true;
    leerroute_intake_free(intake);
    leerroute_catalogue_free(catalogue);
    catalogue = right_catalogue(crowded_json);
    intake = right_intake(catalogue, crowded_intake_json);
    for (unsigned long n = 0; has_refused; n++) {
        ck_assert_int_eq(leerroute_plan(planner, intake, NULL, &route), LEERROUTE_OK);
        arm(n, false);
        leerroute_status status = make(planner, route);
        has_refused = disarm();
        ck_assert_int_eq(status, has_refused ? LEERROUTE_NO_MEMORY : LEERROUTE_OK);
    }
    leerroute_planner_free(planner);
}

static leerroute_status resume(leerroute_planner *planner, const leerroute_route *route) {
    leerroute_intake *now = NULL;
    char *text = NULL;
    (void)planner;
    leerroute_status status =
        leerroute_resume(intake, route, leerroute_route_finish(route), NULL, 0, NULL, &now);
    if (status == LEERROUTE_OK) status = leerroute_intake_write(now, &text, NULL);
    leerroute_text_free(text);
    leerroute_intake_free(now);
    return status;
}

static leerroute_intake *poor_intake(const char *rest) {
    char json[500];
    snprintf(json, sizeof json,
             "{'format':'leerroute-intake/1','id':'i','start':'2026-09-02',"
             "'capacity':{'study_hours_per_week':1,'parallel':1},%s}",
             rest);
    return right_intake(catalogue, json);
}

/* Writes the routes out both ways, and frees them. */
static leerroute_status write_routes(leerroute_status status, leerroute_routes *routes) {
    for (int format = 0; status == LEERROUTE_OK && format < 2; format++) {
        const leerroute_style style = {.format = (leerroute_format)format};
        char *text = NULL;
        status = leerroute_routes_write(routes, &style, &text, NULL);
        leerroute_text_free(text);
    }
    leerroute_routes_free(routes);
    return status;
}

static leerroute_status alternatives(leerroute_planner *planner, const leerroute_route *route) {
    leerroute_routes *routes = NULL;
    (void)route;
    leerroute_status status = leerroute_plan_alternatives(planner, intake, 3, NULL, &routes);
    return write_routes(status, routes);
}

static leerroute_status pareto(leerroute_planner *planner, const leerroute_route *route) {
    leerroute_routes *routes = NULL;
    (void)route;
    leerroute_status status = leerroute_plan_pareto(planner, intake, NULL, &routes);
    return write_routes(status, routes);
}

static leerroute_status first(leerroute_planner *planner, const leerroute_route *route) {
    const leerroute_style style = {.format = LEERROUTE_TEXT};
    char *text = NULL;
    leerroute_status status = leerroute_plan_first(planner, intake, "f", NULL, &route);
    if (status == LEERROUTE_OK) status = leerroute_route_write(route, intake, &style, &text, NULL);
    leerroute_text_free(text);
    return status;
}

static leerroute_status value(leerroute_planner *planner, const leerroute_route *route) {
    const leerroute_style style = {.format = LEERROUTE_TEXT};
    leerroute_values *values = NULL;
    char *text = NULL;
    (void)route;
    leerroute_status status = leerroute_values_make(planner, intake, NULL, &values);
    if (status == LEERROUTE_OK) status = leerroute_values_write(values, &style, &text, NULL);
    leerroute_text_free(text);
    leerroute_values_free(values);
    return status;
}

static leerroute_status profile(leerroute_planner *planner, const leerroute_route *route) {
    const leerroute_style style = {.format = LEERROUTE_TEXT};
    leerroute_profile *out = NULL;
    char *text = NULL;
    (void)route;
    leerroute_status status =
        leerroute_profile_make(planner, intake, LEERROUTE_STUDY_HOURS, 12, 20, 8, NULL, &out);
    if (status == LEERROUTE_OK) status = leerroute_profile_write(out, &style, &text, NULL);
    leerroute_text_free(text);
    leerroute_profile_free(out);
    return status;
}

static leerroute_status advise(leerroute_planner *planner, const leerroute_route *route) {
    const leerroute_style style = {.format = LEERROUTE_TEXT};
    const leerroute_questions questions = {.first = "f", .explain = true, .why_not = "u"};
    leerroute_advice *advice = NULL;
    char *text = NULL;
    (void)route;
    leerroute_status status = leerroute_advise(planner, intake, &questions, NULL, &advice);
    if (status == LEERROUTE_OK) status = leerroute_advice_write(advice, &style, &text, NULL);
    leerroute_text_free(text);
    leerroute_advice_free(advice);
    return status;
}

/* The line of a route, with what is best without EVC. */
static leerroute_status without_evc(leerroute_planner *planner, const leerroute_route *route) {
    const leerroute_route *without = NULL;
    char *line = NULL;
    bool armed = memory.armed;
    memory.armed = false;
    leerroute_planner *other = leerroute_planner_new();
    leerroute_intake *claims = poor_intake("'goal':{'unit':'u'},'claims':[{'competence':'k'}]");
    memory.armed = armed;
    (void)planner;
    leerroute_status status = leerroute_plan_without_evc(other, claims, NULL, &without);
    if (status == LEERROUTE_OK) status = leerroute_route_line(route, claims, without, &line, NULL);
    leerroute_text_free(line);
    leerroute_intake_free(claims);
    leerroute_planner_free(other);
    return status;
}

/* Of somebody who has too little of everything: of what can be lifted, and what cannot be had. */
static leerroute_status reasons(leerroute_planner *planner, const leerroute_route *route) {
    static const char *const rests[] = {
        "'goal':{'unit':'w'},'limits':{'finish_by':'2026-09-07','providers':['P'],"
        "'exclude':['v']}",
        "'goal':{'all':[{'unit':'w'},{'competence':'k'}]}"};
    leerroute_status status = LEERROUTE_OK;
    (void)route;
    for (size_t i = 0; i < 2 && status == LEERROUTE_OK; i++) {
        leerroute_reasons *found = NULL;
        bool armed = memory.armed;
        memory.armed = false;
        leerroute_intake *poor = poor_intake(rests[i]);
        memory.armed = armed;
        status = leerroute_plan_reasons(planner, poor, NULL, &found);
        for (int way = 0; status == LEERROUTE_OK && way < 3; way++) {
            const leerroute_style style = {.format = (leerroute_format)(way % 2)};
            char *text = NULL;
            status = way == 2 ? leerroute_reasons_line(found, NULL, LEERROUTE_DUTCH, &text, NULL)
                              : leerroute_reasons_write(found, &style, &text, NULL);
            leerroute_text_free(text);
        }
        leerroute_reasons_free(found);
        leerroute_intake_free(poor);
    }
    return status;
}

static leerroute_status (*const makes[])(leerroute_planner *, const leerroute_route *) = {
    resume, alternatives, pareto, first, value, profile, advise, without_evc, reasons};

START_TEST(each_allocation_of_what_is_asked_next_is_refused) {
    refuse_each_of(makes[_i]);
}
END_TEST

Suite *memory_suite(void) {
    enum { READINGS = sizeof readings / sizeof *readings, MAKES = sizeof makes / sizeof *makes };
    Suite *suite = suite_create("memory");
    TCase *tests = tcase_create("memory");
    tcase_set_timeout(tests, 60);
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_loop_test(tests, each_allocation_of_a_reading_is_refused, 0, READINGS);
    tcase_add_loop_test(tests, each_allocation_of_a_validation_is_refused, 0, READINGS);
    tcase_add_test(tests, each_allocation_of_a_builder_is_refused);
    tcase_add_test(tests, each_allocation_of_a_sentence_is_refused);
    tcase_add_loop_test(tests, each_allocation_of_a_line_of_an_answer_is_refused, 0, 2);
    tcase_add_loop_test(tests, each_allocation_of_a_summary_is_refused, 0, 3);
    tcase_add_test(tests, a_goal_stays_as_it_was);
    tcase_add_loop_test(tests, each_allocation_of_a_plan_is_refused, 0, 2);
    tcase_add_test(tests, a_warm_planner_allocates_nothing);
    tcase_add_loop_test(tests, each_allocation_of_what_is_asked_next_is_refused, 0, MAKES);
    suite_add_tcase(suite, tests);
    return suite;
}
