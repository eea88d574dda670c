/* Variations on an intake are what would have been read from a file with the same change. */
#include "model/intake_vary.h"

#include <stdlib.h>

#include "support.h"

static const char catalogue_json[] =
    "{'format':'leerroute-catalogue/1','id':'c','competences':[{'id':'adl','name':'ADL'},{'id':'b',"
    "'name':'B'}],'attributes':[{'id':'bbl','name':'bbl'},{'id':'car','name':'car'}],'units':[{'id'"
    ":"
    "'u','name':'U','offerings':[{'id':'u-1','weeks':4},{'id':'u-2','weeks':2}]},{'id':'v','name':"
    "'V','offerings':[{'id':'v-1','weeks':4}]},{'id':'w','name':'W','offerings':[{'id':'w-1',"
    "'weeks':4}]}],'certificates':[{'id':'k','name':'K','valid_months':12}]}";

#define INTAKE(rest)                                                                               \
    "{'format':'leerroute-intake/1','id':'i','goal':{'unit':'u'},'start':'2026-09-02',"            \
    "'capacity':{'study_hours_per_week':8}" rest "}"

typedef struct varied {
    leerroute_catalogue *catalogue;
    leerroute_intake *base, *expected;
    leerroute_intake intake;
} varied;

static varied vary(const char *base, const char *expected) {
    varied v = {.catalogue = right_catalogue(catalogue_json)};
    v.base = right_intake(v.catalogue, base);
    v.expected = right_intake(v.catalogue, expected);
    ck_assert(lri_intake_vary(&v.intake, v.base));
    return v;
}

#define SAME_LIST(a, b, list, count)                                                               \
    do {                                                                                           \
        ck_assert_uint_eq((a)->count, (b)->count);                                                 \
        if ((a)->count) ck_assert_mem_eq((a)->list, (b)->list, (a)->count * sizeof *(a)->list);    \
    } while (0)

/* The holdings have holes, so they are compared by member. */
static void compare_holds(const leerroute_intake *a, const leerroute_intake *b) {
    ck_assert_uint_eq(a->hold_count, b->hold_count);
    for (uint32_t i = 0; i < a->hold_count; i++) {
        const lri_holding *x = &a->holds[i], *y = &b->holds[i];
        ck_assert(x->kind == y->kind && x->level == y->level && x->index == y->index);
        ck_assert(x->from == y->from && x->until == y->until && x->lapses == y->lapses);
        ck_assert(x->obtained == y->obtained);
        ck_assert(x->expected == y->expected && x->counts == y->counts);
    }
}

static void compare(const leerroute_intake *a, const leerroute_intake *b) {
    ck_assert_int_eq(a->start, b->start);
    compare_holds(a, b);
    ck_assert_mem_eq(a->attributes, b->attributes, 2);
    SAME_LIST(a, b, under_way, under_way_count);
    SAME_LIST(a, b, periods, period_count);
    SAME_LIST(a, b, excluded_activities, excluded_activity_count);
    SAME_LIST(a, b, excluded_offerings, excluded_offering_count);
    SAME_LIST(a, b, includes, include_count);
    ck_assert_uint_eq(a->claim_count, b->claim_count);
    for (uint32_t i = 0; i < a->claim_count; i++)
        ck_assert_uint_eq(a->claims[i].competence, b->claims[i].competence);
    ck_assert(a->count_expected == b->count_expected);
}

/* The variation is what was expected, the base is as it was, and all goes. */
static void settle(varied *v, const char *base) {
    leerroute_intake *again = right_intake(v->catalogue, base);
    compare(&v->intake, v->expected);
    compare(v->base, again);
    leerroute_intake_free(again);
    lri_arena_free(&v->intake.arena);
    leerroute_intake_free(v->base);
    leerroute_intake_free(v->expected);
    leerroute_catalogue_free(v->catalogue);
}

static const char holds_base[] =
    INTAKE(",'holds':[{'unit':'u','expected':true},{'certificate':'k','obtained':'2026-01-15'},"
           "{'unit':'v','obtained':'2026-10-01'}]");

START_TEST(what_is_held_counts_from_another_start) {
    varied v =
        vary(holds_base,
             "{'format':'leerroute-intake/1','id':'i','goal':{'unit':'u'},'start':'2027-09-02',"
             "'count_expected':false,'capacity':{'study_hours_per_week':8},'holds':[{'unit':'u',"
             "'expected':true},{'certificate':'k','obtained':'2026-01-15'},{'unit':'v','obtained':"
             "'2026-10-01'},{'certificate':'k','obtained':'2027-01-31'}]}");
    lri_day obtained;
    ck_assert(lri_day_parse("2027-01-31", &obtained));
    ck_assert(lri_intake_hold(&v.intake, (lri_holding){.kind = LRI_AWARD, .obtained = obtained}));
    lri_intake_set_start(&v.intake, v.expected->start);
    lri_intake_count_expected(&v.intake, false);
    settle(&v, holds_base);
}
END_TEST

START_TEST(what_is_held_may_go_or_last) {
    varied v = vary(holds_base,
                    INTAKE(",'holds':[{'certificate':'k','obtained':'2026-01-15',"
                           "'valid_until':'2199-12-31'},{'unit':'v','obtained':'2026-10-01'}]"));
    lri_take_out(v.intake.holds, v.intake.hold_count, 0);
    lri_holding_last(&v.intake.holds[0]);
    ck_assert_int_eq(v.intake.holds[0].until, LRI_ALWAYS_WEEK);
    ck_assert_int_eq(v.intake.holds[0].lapses, -1);
    v.intake.holds[0].until = v.expected->holds[0].until;
    v.intake.holds[0].lapses = v.expected->holds[0].lapses;
    settle(&v, holds_base);
}
END_TEST

static const char limits_base[] =
    INTAKE(",'claims':[{'competence':'adl','level':2},{'competence':'adl'},{'competence':'b'}],"
           "'under_way':[{'unit':'w','ends':'2026-10-10'}],"
           "'limits':{'exclude':['u-2','u'],'include':[{'unit':'u'},{'unit':'v'}]}");

START_TEST(lists_grow_and_shrink) {
    varied v =
        vary(limits_base,
             INTAKE(",'claims':[{'competence':'b'}],'attributes':['car'],"
                    "'under_way':[{'unit':'w','ends':'2026-10-10'},{'unit':'v','ends':'2026-11-10',"
                    "'study_hours_per_week':3}],'limits':{'exclude':['u-1','u-2','u','v'],"
                    "'include':[{'unit':'u','offering':'u-2'}]}"));
    leerroute_intake *intake = &v.intake;
    lri_intake_unclaim(intake, 0);
    intake->attributes[1] = 1;
    ck_assert(lri_intake_follow(intake, v.expected->under_way[1]));
    ck_assert(lri_intake_exclude(intake, 1));
    ck_assert(lri_intake_exclude_offering(intake, 0));
    lri_take_out(intake->includes, intake->include_count, 1);
    lri_take_out(intake->includes, intake->include_count, 0);
    ck_assert(lri_intake_include(intake, v.expected->includes[0]));
    settle(&v, limits_base);
}
END_TEST

START_TEST(a_variation_is_made_again_in_its_memory) {
    varied v = vary(limits_base, limits_base);
    lri_intake_unclaim(&v.intake, 1);
    ck_assert(lri_intake_vary(&v.intake, v.base));
    settle(&v, limits_base);
}
END_TEST

Suite *vary_suite(void) {
    Suite *suite = suite_create("vary");
    TCase *tests = tcase_create("vary");
    tcase_add_test(tests, what_is_held_counts_from_another_start);
    tcase_add_test(tests, what_is_held_may_go_or_last);
    tcase_add_test(tests, lists_grow_and_shrink);
    tcase_add_test(tests, a_variation_is_made_again_in_its_memory);
    suite_add_tcase(suite, tests);
    return suite;
}
