/* The checker: a right route, and for each code a change that breaks it in that way. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "support.h"

/* Weeks from Monday 2026-08-31: adl from week 4, its certificate a week later, medicatie from week
 * 6, and with it the diploma: 2026-10-12. Helping is started together with adl and is a unit of its
 * own. */
static const char world[] =
    "{'format':'leerroute-catalogue/1','id':'c','competences':[{'id':'adl','name':'ADL'},"
    "{'id':'med','name':'Medicatie'},{'id':'wond','name':'Wondzorg'},{'id':'taal','name':'Taal'}],"
    "'attributes':[{'id':'bbl','name':'Bbl'}],'units':["
    "{'id':'u-adl','name':'Zorg','grants':[{'competence':'adl'}],'offerings':["
    "{'id':'o-adl','weeks':[4,6],'study_hours':40,'practice_hours':8,'cost_eur':450,"
    "'cost_eur_diploma_route':400,'provider':'Roc','place':'Baarn','leerweg':'bbl'},"
    "{'id':'o-adl-2','weeks':4,'requires':{'attribute':'bbl'}}]},"
    "{'id':'u-med','name':'Medicatie','requires':{'competence':'adl','level':3},"
    "'grants':[{'competence':'med'}],'offerings':[{'id':'o-med','weeks':2,'study_hours':20,"
    "'cost_eur':200,'starts':['2026-09-28','2026-11-02'],'from':'2026-09-22','until':'2026-12-01'},"
    "{'id':'o-med-2','weeks':2}]},"
    "{'id':'u-taal','name':'Taal','grants':[{'competence':'taal'}],'offerings':["
    "{'id':'o-taal','weeks':1}]}],"
    "'assessments':[{'id':'e-wond','name':'EVC','validates':['wond'],'offerings':["
    "{'id':'o-wond','weeks':1,'study_hours':4,'cost_eur':100}]},"
    "{'id':'e-taal','name':'EVC "
    "taal','validates':['taal'],'offerings':[{'id':'o-e-taal','weeks':1}]}"
    "],'certificates':[{'id':'k-adl','name':'K','requires':{'competence':'adl'},'award_weeks':1,"
    "'valid_months':12},{'id':'k-taal','name':'Taal','requires':{'competence':'taal'}}],"
    "'diplomas':[{'id':'d','name':'D','requires':{'all':[{'certificate':'k-adl'},"
    "{'competence':'med'},{'competence':'wond'}]}}]}";

static const char person[] =
    "{'format':'leerroute-intake/1','id':'i','goal':{'diploma':'d'},'start':'2026-08-31',"
    "'claims':[{'competence':'wond'}],"
    "'capacity':{'study_hours_per_week':20,'practice_hours_per_week':2,'parallel':2},"
    "'limits':{'budget_eur':700}}";

#define TO_ADL                                                                                     \
    "{'kind':'unit','id':'u-adl','offering':'o-adl','start':'2026-08-31','weeks':4,"               \
    "'cost_eur':400,'study_hours':40,'practice_hours':8}"
#define TO_WOND                                                                                    \
    "{'kind':'assessment','id':'e-wond','offering':'o-wond','start':'2026-08-31','weeks':1,"       \
    "'cost_eur':100,'study_hours':4,'practice_hours':0}"
#define TO_MED                                                                                     \
    "{'kind':'unit','id':'u-med','offering':'o-med','start':'2026-09-28','weeks':2,"               \
    "'cost_eur':200,'study_hours':20,'practice_hours':0}"
#define K_ADL "{'kind':'certificate','id':'k-adl','week':'2026-10-05','valid_until':'2027-10-05'}"
#define D     "{'kind':'diploma','id':'d','week':'2026-10-12'}"

static const char right_route[] =
    "{'format':'leerroute-route/1','intake':'i','catalogue':'c','status':'optimal',"
    "'objective':['cost'],'start':'2026-08-31','finish':'2026-10-12','cost_eur':700,"
    "'study_hours':64,'practice_hours':8,'steps':[" TO_ADL "," TO_WOND "," TO_MED
    "],'awards':[" K_ADL "," D "]}";

/* ---- Checking ---- */

static leerroute_route *route_of(const leerroute_intake *intake, const char *json) {
    leerroute_diagnostics *diagnostics = leerroute_diagnostics_new();
    leerroute_route *route;
    char *text = quoted(json);
    leerroute_status status =
        leerroute_route_parse(intake, text, strlen(text), "test", diagnostics, &route);
    char *faults = written(diagnostics);
    ck_assert_msg(status == LEERROUTE_OK, "%s: %s", json, faults);
    leerroute_diagnostics_free(diagnostics);
    free(faults);
    free(text);
    return route;
}

static void write_day(lri_text *text, leerroute_day day) {
    char date[11];
    if (day >= 0) leerroute_day_text(day, date);
    lri_text_puts(text, day >= 0 ? date : "-");
}

/* The faults as "RULE CODE STEP WEEK" joined by "; ". Each is written out too, in each way. */
static char *faults_of_check(const leerroute_check *check) {
    lri_text text = {0};
    leerroute_check_fault fault;
    for (size_t i = 0; leerroute_check_fault_get(check, i, &fault); i++) {
        lri_text_printf(&text, "%s%s %s %s ", i ? "; " : "", fault.rule, fault.code,
                        fault.step ? fault.step : "-");
        write_day(&text, fault.week);
    }
    for (int way = 0; way < 4; way++) {
        leerroute_style style = {.format = (leerroute_format)(way / 2),
                                 .language = (leerroute_language)(way % 2)};
        char *out;
        ck_assert_int_eq(leerroute_check_write(check, &style, &out, NULL), LEERROUTE_OK);
        ck_assert_ptr_null(strstr(out, "{name}"));
        ck_assert_ptr_null(strstr(out, "(null)"));
        leerroute_text_free(out);
    }
    return lri_text_take(&text, NULL);
}

static char *faults_of_route(const char *catalogue_json, const char *intake_json,
                             const char *route_json) {
    leerroute_catalogue *catalogue = right_catalogue(catalogue_json);
    leerroute_intake *intake = right_intake(catalogue, intake_json);
    leerroute_route *route = route_of(intake, route_json);
    leerroute_check *check;
    ck_assert_int_eq(leerroute_route_check(intake, route, &check), LEERROUTE_OK);
    leerroute_route_free(route); /* the check does not borrow it */
    char *faults = faults_of_check(check);
    leerroute_check_free(check);
    leerroute_intake_free(intake);
    leerroute_catalogue_free(catalogue);
    return faults;
}

/* ---- One change for each code ---- */

typedef enum file { WORLD, PERSON, ROUTE } file;

typedef struct change {
    file file;
    const char *from, *to; /* of the first place where it stands */
} change;

typedef struct change_row {
    change changes[6];
    const char *faults;
} change_row;

#define FREE_STEP(kind, id, offering, start)                                                       \
    ",{'kind':'" kind "','id':'" id "','offering':'" offering "','start':'" start                  \
    "','weeks':1,'cost_eur':0,'study_hours':0,'practice_hours':0}"
#define STEPS_END "'practice_hours':0}],'awards'"
#define WITH(...)                                                                                  \
    { ROUTE, STEPS_END, "'practice_hours':0}" __VA_ARGS__ "],'awards'" }
#define LIMIT(limits)                                                                              \
    { PERSON, "'budget_eur':700", limits }

static const change_row rows[] = {
    {{{ROUTE, "'cost'", "'hours','cost'"}}, ""},
    {{{ROUTE, "optimal", "feasible"}}, ""},
    {{{ROUTE, "'start'", "'x':1,'start'"}}, ""},
    /* step: what is none */
    {{WITH(FREE_STEP("unit", "u-none", "o-taal", "2026-10-05"))}, "step unknown u-none 2026-10-05"},
    {{WITH(FREE_STEP("assessment", "u-taal", "o-taal", "2026-10-05"))},
     "step kind u-taal 2026-10-05"},
    {{WITH(FREE_STEP("unit", "e-taal", "o-e-taal", "2026-10-05"))}, "step kind e-taal 2026-10-05"},
    {{WITH(FREE_STEP("module", "u-taal", "o-taal", "2026-10-05"))}, "step kind u-taal 2026-10-05"},
    {{WITH(FREE_STEP("unit", "u-taal", "o-none", "2026-10-05"))},
     "step offering u-taal 2026-10-05"},
    {{WITH(FREE_STEP("unit", "u-taal", "u-taal", "2026-10-05"))},
     "step offering u-taal 2026-10-05"},
    {{WITH(FREE_STEP("unit", "u-taal", "o-wond", "2026-10-05"))},
     "step foreign_offering u-taal 2026-10-05"},
    {{{ROUTE, "'weeks':4", "'weeks':5"}},
     "step weeks u-adl 2026-08-31; 2 requires u-med 2026-09-28; 6 goal - -"},
    {{{ROUTE, "'weeks':4", "'weeks':0"}},
     "step weeks u-adl 2026-08-31; 2 requires u-med 2026-09-28; 6 goal - -"},
    {{{ROUTE, "'weeks':4", "'weeks':-1000000000000"}},
     "step weeks u-adl 2026-08-31; 2 requires u-med 2026-09-28; 6 goal - -"},
    {{{ROUTE, "'weeks':4", "'weeks':4294967300"}},
     "step weeks u-adl 2026-08-31; 2 requires u-med 2026-09-28; 6 goal - -"},
    {{{PERSON, "'claims'", "'under_way':[{'unit':'u-taal','ends':'2026-09-09'}],'claims'"},
      {PERSON, "'parallel':2", "'parallel':3"},
      WITH(FREE_STEP("unit", "u-taal", "o-taal", "2026-10-05"))},
     "step under_way u-taal 2026-10-05"},
    {{WITH("," TO_MED)}, "step twice u-med 2026-09-28"},
    {{WITH(FREE_STEP("assessment", "e-taal", "o-e-taal", "2026-10-05"))},
     "step grants_nothing e-taal 2026-10-05"},
    {{{PERSON, "'wond'", "'adl'"}}, "step grants_nothing e-wond 2026-08-31; 6 goal - -"},
    /* rule 1 */
    {{{ROUTE, "'o-wond','start':'2026-08-31'", "'o-wond','start':'2026-08-24'"}},
     "1 before_start e-wond 2026-08-24; measures step_order u-adl 2026-08-31"},
    {{{ROUTE, "'start':'2026-09-28'", "'start':'2026-09-21'"}},
     "1 not_a_start u-med 2026-09-21; 2 requires u-med 2026-09-21; measures finish - -; "
     "awards award_week d 2026-10-05"},
    {{{PERSON, "'start':'2026-08-31'", "'start':'2026-09-01'"}}, ""},
    {{{PERSON, "'start':'2026-08-31'", "'start':'2026-09-06'"},
      {WORLD, "'o-wond','weeks':1", "'o-wond','weeks':1,'starts':['2026-09-05']"}},
     "1 not_a_start e-wond 2026-08-31"},
    {{{WORLD, "'2026-09-22'", "'2026-10-05'"}}, "1 before_from u-med 2026-09-28"},
    {{{WORLD, "'2026-09-22'", "'2026-10-04'"}}, ""},
    {{{WORLD, "'2026-12-01'", "'2026-09-27'"}}, "1 after_until u-med 2026-09-28"},
    {{{WORLD, "'2026-12-01'", "'2026-09-28'"}}, ""},
    /* rule 2 */
    {{{WORLD, "'adl','level':3", "'adl','level':5"}}, "2 requires u-med 2026-09-28"},
    {{{WORLD, "'level':3", "'level':4"}}, ""},
    {{{WORLD, "'competence':'adl','level':3", "'unit':'u-taal'"}}, "2 requires u-med 2026-09-28"},
    {{{WORLD, "'competence':'adl','level':3", "'unit':'u-med'"}}, "2 requires u-med 2026-09-28"},
    {{{WORLD, "'competence':'adl','level':3", "'unit':'u-med','started':true"}}, ""},
    {{{WORLD, "'o-wond',", "'o-wond','requires':{'attribute':'bbl'},"}},
     "2 offering_requires e-wond 2026-08-31"},
    {{{WORLD, "'o-wond',", "'o-wond','requires':{'attribute':'bbl'},"},
      {PERSON, "'claims'", "'attributes':['bbl'],'claims'"}},
     ""},
    {{{WORLD, "'o-wond',", "'o-wond','requires':{'not':{'attribute':'bbl'}},"},
      {PERSON, "'claims'", "'attributes':['bbl'],'claims'"}},
     "2 offering_requires e-wond 2026-08-31"},
    {{{WORLD, "'level':3", "'level':1"}}, ""},
    {{{ROUTE, "'start':'2026-09-28'", "'start':'2026-08-24'"}},
     "1 before_start u-med 2026-08-24; 4 study_load e-wond 2026-08-31; "
     "4 parallel e-wond 2026-08-31; measures finish - -; measures step_order u-adl 2026-08-31; "
     "awards award_week d 2026-10-05"},
    /* rule 3 */
    {{LIMIT("'leerwegen':['bol']")}, "3 leerweg u-adl 2026-08-31"},
    {{LIMIT("'providers':['Hogeschool','roc']")}, "3 provider u-adl 2026-08-31"},
    {{LIMIT("'places':['Zeist']")}, "3 place u-adl 2026-08-31"},
    {{LIMIT("'leerwegen':['bol','bbl'],'providers':['Roc'],'places':['Baarn']")}, ""},
    {{LIMIT("'exclude':['e-wond']")}, "3 excluded e-wond 2026-08-31"},
    {{LIMIT("'exclude':['u-taal','o-med']")}, "3 excluded_offering u-med 2026-09-28"},
    {{LIMIT("'exclude':['u-taal','o-med-2']")}, ""},
    /* rule 4 */
    {{{PERSON, "'study_hours_per_week':20", "'study_hours_per_week':13"}},
     "4 study_load e-wond 2026-08-31"},
    {{{PERSON, "'study_hours_per_week':20", "'study_hours_per_week':14"}}, ""},
    {{{PERSON, "'study_hours_per_week':20", "'study_hours_per_week':9"}},
     "4 study_load e-wond 2026-08-31; 4 study_load u-med 2026-09-28"},
    {{{PERSON, "'parallel':2",
       "'periods':[{'from':'2026-09-20','to':'2026-09-20','study_hours_per_week':9}]"}},
     "4 study_load u-adl 2026-09-14"},
    {{{PERSON, "'practice_hours_per_week':2", "'practice_hours_per_week':1"}},
     "4 practice_load u-adl 2026-08-31"},
    {{{PERSON, "'parallel':2", "'parallel':1"}}, "4 parallel e-wond 2026-08-31"},
    {{{PERSON, "'claims'",
       "'under_way':[{'unit':'u-taal','ends':'2026-09-28','practice_hours_per_week':9,"
       "'study_hours_per_week':100}],'claims'"},
      {PERSON, "'parallel':2", "'parallel':3"},
      {WORLD, "'practice_hours':8", "'practice_hours':0"},
      {ROUTE, "'practice_hours':8", "'practice_hours':0"},
      {ROUTE, "'practice_hours':8", "'practice_hours':0"}},
     "4 study_load e-wond 2026-08-31; 4 study_load u-med 2026-09-28"},
    {{{PERSON, "'claims'", "'under_way':[{'unit':'u-taal','ends':'2026-09-06'}],'claims'"}},
     "4 parallel e-wond 2026-08-31"},
    {{{PERSON, "'claims'", "'under_way':[{'unit':'u-taal','ends':'2026-08-30'}],'claims'"}}, ""},
    {{{ROUTE, "'start':'2026-08-31','weeks':4", "'start':'2026-08-24','weeks':4"},
      {ROUTE, "'start':'2026-08-31','weeks':1", "'start':'2026-08-24','weeks':1"},
      {PERSON, "'parallel':2", "'parallel':1"}},
     "1 before_start u-adl 2026-08-24; 1 before_start e-wond 2026-08-24; "
     "awards award_week k-adl 2026-09-28; awards award_valid_until k-adl 2026-09-28"},
    /* rule 5 */
    {{LIMIT("'budget_eur':699")}, "5 budget - -"},
    {{{PERSON, "'claims'", "'diploma_route':false,'claims'"}},
     "5 budget - -; measures cost_eur - -; measures step_cost_eur u-adl 2026-08-31"},
    /* rule 6 */
    {{LIMIT("'include':[{'unit':'u-taal'}]")}, "6 include_missing u-taal -"},
    {{LIMIT("'include':[{'unit':'u-taal','start':'2026-09-02'}]")},
     "6 include_missing u-taal 2026-08-31"},
    {{LIMIT("'include':[{'unit':'u-med','offering':'o-med-2'}]")}, "6 include_offering u-med -"},
    {{LIMIT("'include':[{'unit':'u-med','start':'2026-09-27'}]")},
     "6 include_start u-med 2026-09-21"},
    {{LIMIT("'include':[{'unit':'u-med','offering':'o-med','start':'2026-10-04'}]")}, ""},
    {{{PERSON, "{'diploma':'d'}", "{'all':[{'diploma':'d'},{'competence':'taal'}]}"}},
     "6 goal - -"},
    {{{WORLD, "'award_weeks':1", "'award_weeks':518"}},
     "measures finish - -; awards award_week k-adl 2036-09-01; "
     "awards award_valid_until k-adl 2036-09-01; awards award_week d 2036-09-01"},
    {{{WORLD, "'award_weeks':1", "'award_weeks':519"}}, "6 goal - -"},
    {{LIMIT("'finish_by':'2026-10-04'")}, "6 finish_by - 2026-10-12"},
    {{LIMIT("'finish_by':'2026-10-05'")}, ""},
    {{{PERSON, "{'diploma':'d'}", "{'attribute':'bbl'}"},
      {PERSON, "'claims'", "'diploma_route':true,'attributes':['bbl'],'claims'"},
      LIMIT("'include':[{'unit':'u-med'},{'assessment':'e-wond'}]")},
     ""},
    /* rule 7 */
    {{{PERSON, "{'diploma':'d'}", "{'attribute':'bbl'}"},
      {PERSON, "'claims'", "'diploma_route':true,'attributes':['bbl'],'claims'"},
      {ROUTE, "2026-10-12", "2026-08-31"},
      {ROUTE, K_ADL "," D, ""}},
     "7 holds_already u-adl 2026-08-31; 7 holds_already e-wond 2026-08-31; "
     "7 holds_already u-med 2026-09-28"},
    {{WITH(FREE_STEP("unit", "u-taal", "o-taal", "2026-10-12"))},
     "7 superfluous u-taal 2026-10-12"},
    {{WITH(FREE_STEP("unit", "u-taal", "o-taal", "2026-10-12")),
      LIMIT("'include':[{'unit':'u-taal','start':'2026-10-12'}]")},
     "measures finish - -; awards award_missing k-taal 2026-10-19"},
    {{{PERSON, "'claims'", "'holds':[{'competence':'wond'}],'claims'"}},
     "7 superfluous e-wond 2026-08-31"},
    {{{PERSON, "'claims'", "'holds':[{'competence':'wond','valid_until':'2026-10-11'}],'claims'"}},
     ""},
    {{{PERSON, "'claims'", "'holds':[{'competence':'wond','valid_until':'2026-10-12'}],'claims'"}},
     "7 superfluous e-wond 2026-08-31"},
    {{{PERSON, "'claims'", "'holds':[{'competence':'wond','obtained':'2026-10-18'}],'claims'"}},
     "7 superfluous e-wond 2026-08-31"},
    {{{PERSON, "'claims'", "'holds':[{'competence':'wond','obtained':'2026-10-19'}],'claims'"}},
     ""},
    {{{PERSON, "'claims'", "'holds':[{'competence':'wond','level':3}],'claims'"}}, ""},
    {{{PERSON, "'claims'",
       "'holds':[{'competence':'wond','expected':true}],'count_expected':false,'claims'"}},
     ""},
    {{{PERSON, "'claims'", "'holds':[{'competence':'wond'}],'claims'"},
      LIMIT("'exclude':['e-wond']")},
     "3 excluded e-wond 2026-08-31; 7 superfluous e-wond 2026-08-31"},
    {{{PERSON, "'claims'", "'holds':[{'competence':'wond'}],'claims'"},
      LIMIT("'exclude':['o-adl']")},
     "3 excluded_offering u-adl 2026-08-31"},
    {{{PERSON, "'claims'", "'holds':[{'competence':'wond'}],'claims'"}, LIMIT("'budget_eur':600")},
     "5 budget - -; 7 superfluous e-wond 2026-08-31"},
    {{{PERSON, "'claims'", "'holds':[{'competence':'wond'}],'claims'"}, LIMIT("'budget_eur':599")},
     "5 budget - -"},
    {{{PERSON, "'claims'", "'holds':[{'competence':'wond'}],'claims'"},
      {PERSON, "'parallel':2", "'parallel':1"}},
     "4 parallel e-wond 2026-08-31; 7 superfluous e-wond 2026-08-31"},
    {{{PERSON, "'claims'", "'holds':[{'competence':'wond'}],'claims'"},
      {WORLD, "'o-med',", "'o-med','requires':{'competence':'taal'},"}},
     "2 offering_requires u-med 2026-09-28"},
    {{{PERSON, "'claims'", "'holds':[{'competence':'wond'}],'claims'"},
      LIMIT("'include':[{'assessment':'e-wond'}]")},
     ""},
    {{{PERSON, "'claims'", "'holds':[{'competence':'wond'}],'claims'"},
      LIMIT("'include':[{'unit':'u-taal'}]")},
     "6 include_missing u-taal -"},
    {{{PERSON, "'claims'", "'holds':[{'competence':'wond'}],'claims'"},
      LIMIT("'finish_by':'2026-10-04'")},
     "6 finish_by - 2026-10-12"},
    {{{PERSON, "'claims'", "'holds':[{'competence':'wond'}],'claims'"},
      {PERSON, "'study_hours_per_week':20", "'study_hours_per_week':9"}},
     "4 study_load e-wond 2026-08-31; 4 study_load u-med 2026-09-28"},
    {{{PERSON, "'claims'", "'holds':[{'competence':'wond'}],'claims'"},
      WITH(FREE_STEP("unit", "u-none", "o-taal", "2026-10-05"))},
     "step unknown u-none 2026-10-05"},
    /* measures */
    {{{ROUTE, "'intake':'i'", "'intake':'j'"}}, "measures intake - -"},
    {{{ROUTE, "'catalogue':'c'", "'catalogue':''"}}, "measures catalogue - -"},
    {{{ROUTE, "'start':'2026-08-31'", "'start':'2026-09-01'"}}, "measures start - -"},
    {{{ROUTE, "'finish':'2026-10-12'", "'finish':'2026-10-13'"}}, "measures finish - -"},
    {{{ROUTE, "'finish':'2026-10-12'", "'finish':'2026-10-05'"}}, "measures finish - -"},
    {{{ROUTE, "700", "699"}}, "measures cost_eur - -"},
    {{{ROUTE, "64", "1000000000000"}}, "measures study_hours - -"},
    {{{ROUTE, "'practice_hours':8", "'practice_hours':-1000000000000"}},
     "measures practice_hours - -"},
    {{{ROUTE, "2026-09-28", "2026-09-30"}}, "measures step_start u-med 2026-09-28"},
    {{{ROUTE, "'cost_eur':400", "'cost_eur':450"}}, "measures step_cost_eur u-adl 2026-08-31"},
    {{{ROUTE, "'study_hours':40", "'study_hours':41"}},
     "measures step_study_hours u-adl 2026-08-31"},
    {{{ROUTE, "'practice_hours':8}", "'practice_hours':2}"}},
     "measures step_practice_hours u-adl 2026-08-31"},
    {{{ROUTE, TO_ADL "," TO_WOND, TO_WOND "," TO_ADL}}, "measures step_order u-adl 2026-08-31"},
    {{{ROUTE, TO_WOND "," TO_MED, TO_MED "," TO_WOND}}, "measures step_order u-med 2026-09-28"},
    {{{ROUTE, "'start'", "'bound':{'measure':'finish','value':'2026-10-19'},'start'"}},
     "measures bound_finish - -"},
    {{{ROUTE, "'start'", "'bound':{'measure':'cost','value':701},'start'"}},
     "measures bound_cost - -"},
    {{{ROUTE, "'start'", "'bound':{'measure':'hours','value':65},'start'"}},
     "measures bound_hours - -"},
    {{{ROUTE, "'start'", "'bound':{'measure':'hours','value':64},'start'"}}, ""},
    /* awards */
    {{{ROUTE, "'id':'d'", "'id':'dd'"}},
     "awards award_unknown dd 2026-10-12; awards award_missing d 2026-10-12"},
    {{{ROUTE, "'diploma'", "'certificate'"}},
     "awards award_unknown d 2026-10-12; awards award_missing d 2026-10-12"},
    {{{ROUTE, "'diploma'", "'function'"}},
     "awards award_unknown d 2026-10-12; awards award_missing d 2026-10-12"},
    {{{ROUTE, D, D "," D}}, "awards award_twice d 2026-10-12"},
    {{{ROUTE, D, D ",{'kind':'certificate','id':'k-taal','week':'2026-10-12'}"}},
     "awards award_extra k-taal 2026-10-12"},
    {{{PERSON, "'claims'",
       "'holds':[{'certificate':'k-adl','valid_until':'2026-09-01'}],'claims'"}},
     "awards award_extra k-adl 2026-10-05"},
    {{{PERSON, "'claims'", "'holds':[{'certificate':'k-adl','valid_until':'2026-09-28'}],'claims'"},
      {WORLD, "'award_weeks':1", "'award_weeks':2"}},
     "measures finish - -; awards award_extra k-adl 2026-10-05; awards award_week d 2026-10-19"},
    {{WITH(FREE_STEP("unit", "u-taal", "o-taal", "2026-10-26")),
      {PERSON, "'claims'",
       "'holds':[{'competence':'adl','obtained':'2026-10-12'},"
       "{'competence':'taal','obtained':'2026-10-19'}],'claims'"}},
     "7 superfluous u-taal 2026-10-26"},
    {{{ROUTE, "'week':'2026-10-05'", "'week':'2026-09-28'"}}, "awards award_week k-adl 2026-10-05"},
    {{{ROUTE, "'week':'2026-10-05'", "'week':'2026-10-06'"}}, "awards award_week k-adl 2026-10-05"},
    {{{ROUTE, "'2027-10-05'", "'2027-10-06'"}}, "awards award_valid_until k-adl 2026-10-05"},
    {{{ROUTE, ",'valid_until':'2027-10-05'", ""}}, "awards award_valid_until k-adl 2026-10-05"},
    {{{ROUTE, D, "{'kind':'diploma','id':'d','week':'2026-10-12','valid_until':'9999-12-31'}"}},
     "awards award_valid_until d 2026-10-12"},
    {{{ROUTE, K_ADL ",", ""}}, "awards award_missing k-adl 2026-10-05"},
    {{{ROUTE, K_ADL "," D, D "," K_ADL}}, "awards award_order k-adl 2026-10-05"},
    /* what no route should say, and a file may */
    {{WITH(FREE_STEP("unit", "u-taal", "o-taal", "9999-12-31"))},
     "7 superfluous u-taal 9999-12-27; measures step_start u-taal 9999-12-27"},
    {{WITH(FREE_STEP("unit", "u-taal", "o-taal", "9999-12-27")),
      LIMIT("'include':[{'unit':'u-taal'}]")},
     "6 goal - -"},
    {{{ROUTE, "'start':'2026-08-31','weeks':4", "'start':'1900-01-01','weeks':4"}},
     "1 before_start u-adl 1900-01-01; awards award_week k-adl 2026-09-07; "
     "awards award_valid_until k-adl 2026-09-07"},
    {{WITH(FREE_STEP("unit", "", "", "1900-01-01"))}, "step unknown  1900-01-01"},
    {{{ROUTE, "'status':'optimal'", "'status':'feasible','functions':5"},
      {ROUTE, TO_ADL "," TO_WOND "," TO_MED, ""},
      {ROUTE, K_ADL "," D, ""}},
     "6 goal - -; measures cost_eur - -; measures study_hours - -; measures practice_hours - -"},
};

static char *changed(const char *text, const change *c) {
    const char *at = strstr(text, c->from);
    ck_assert_msg(at != NULL, "no %s in %s", c->from, text);
    lri_text out = {0};
    lri_text_add(&out, text, (size_t)(at - text));
    lri_text_puts(&out, c->to);
    lri_text_puts(&out, at + strlen(c->from));
    return lri_text_take(&out, NULL);
}

static char *plain(const char *text) {
    lri_text out = {0};
    lri_text_puts(&out, text);
    return lri_text_take(&out, NULL);
}

START_TEST(each_change_is_told) {
    const change_row *row = &rows[_i];
    char *texts[] = {plain(world), plain(person), plain(right_route)};
    for (size_t k = 0; k < 6 && row->changes[k].from; k++) {
        char *text = changed(texts[row->changes[k].file], &row->changes[k]);
        free(texts[row->changes[k].file]);
        texts[row->changes[k].file] = text;
    }
    char *faults = faults_of_route(texts[WORLD], texts[PERSON], texts[ROUTE]);
    ck_assert_msg(strcmp(faults, row->faults) == 0, "row %d (%s):\n%s\nand not\n%s", _i,
                  row->changes[0].to, faults, row->faults);
    free(faults);
    for (int k = 0; k < 3; k++) free(texts[k]);
}
END_TEST

START_TEST(right_route_passes) {
    char *faults = faults_of_route(world, person, right_route);
    ck_assert_str_eq(faults, "");
    free(faults);
}
END_TEST

Suite *check_suite(void) {
    Suite *suite = suite_create("check");
    TCase *tests = tcase_create("check");
    tcase_add_test(tests, right_route_passes);
    tcase_add_loop_test(tests, each_change_is_told, 0, sizeof rows / sizeof *rows);
    suite_add_tcase(suite, tests);
    return suite;
}
