/* Reading an intake: every key and rule of MODEL.md section 5, what is frozen, and the warnings. */
#include <stdlib.h>
#include <string.h>

#include "support.h"

static const char catalogue_json[] =
    "{'format':'leerroute-catalogue/1','id':'c','competences':[{'id':'adl','name':'ADL'},"
    "{'id':'tillen','name':'Tillen'},{'id':'koken','name':'Koken'}],"
    "'attributes':[{'id':'bbl','name':'Bbl'},{'id':'uitkering','name':'Uitkering'}],"
    "'units':[{'id':'u','name':'U','offerings':[{'id':'u-1','weeks':4,'provider':'Aventus',"
    "'place':'Deventer','leerweg':'bbl','starts':{'yearly':['09-01']},'cost_eur':100,"
    "'cost_eur_diploma_route':0},{'id':'u-2','weeks':4,'provider':'Deltion'},"
    "{'id':'u-3','weeks':4,'from':'2026-10-01','until':'2026-10-31'}]},"
    "{'id':'v','name':'V','offerings':[{'id':'v-1','weeks':2,'leerweg':'bol'}]}],"
    "'assessments':[{'id':'a','name':'A','validates':['adl','tillen'],"
    "'offerings':[{'id':'a-1','weeks':6}]}],"
    "'certificates':[{'id':'k','name':'K','valid_months':12},{'id':'l','name':'L'}],"
    "'diplomas':[{'id':'d','name':'D','valid_months':6}],"
    "'functions':[{'id':'f','name':'F','requires':{'diploma':'d'}}],"
    "'occupations':[{'id':'b','name':'B','suggests':[{'competence':'tillen','level':5,'years':2},"
    "{'competence':'adl','years':5}]},{'id':'e','name':'E','suggests':[{'competence':'adl'}]}]}";

#define NEEDED                                                                                     \
    "'format':'leerroute-intake/1','id':'i','start':'2026-09-02',"                                 \
    "'capacity':{'study_hours_per_week':16}"
#define INTAKE(rest) "{" NEEDED ",'goal':{'certificate':'k'}" rest "}"
#define CAPACITY(value)                                                                            \
    "{'format':'leerroute-intake/1','id':'i','start':'2026-09-02',"                                \
    "'goal':{'certificate':'k'},'capacity':" value "}"
#define PERIODS(list)   CAPACITY("{'study_hours_per_week':16,'periods':[" list "]}")
#define GOAL(value)     "{" NEEDED ",'goal':" value "}"
#define HOLDS(list)     INTAKE(",'holds':[" list "]")
#define UNDER_WAY(list) INTAKE(",'under_way':[" list "]")
#define LIMITS(members) INTAKE(",'limits':{" members "}")
#define INCLUDE(list)   LIMITS("'include':[" list "]")

static const fault_row rows[] = {
    /* the file */
    {INTAKE(""), ""},
    {"[]", " TYPE"},
    {"{}", " MISSING_KEY;  MISSING_KEY;  MISSING_KEY;  MISSING_KEY;  MISSING_KEY"},
    {"{'format':'leerroute-catalogue/1','id':'c','units':[]}", "/format FORMAT"},
    {"{" NEEDED "}", " MISSING_KEY"},
    {"{" NEEDED ",'gaol':{'unit':'u'}}", "/gaol UNKNOWN_KEY"},
    {INTAKE(",'note':'n','description':'d','code':'c','source':'s','x-':0"), ""},
    {INTAKE(",'note':0,'name':'Jan'"), "/note TYPE; /name UNKNOWN_KEY"},
    {"{'format':'leerroute-intake/1','id':'','start':'','capacity':1,'goal':2}",
     "/id EMPTY; /start DATE; /capacity TYPE; /goal TYPE"},
    {"{'format':'leerroute-intake/1','id':'Jan Jansen','start':20260902,'capacity':null,'goal':[]}",
     "/id ID; /start TYPE; /capacity TYPE; /goal TYPE"},
    {INTAKE(",'holds':{},'claims':1,'experience':'','attributes':null,'under_way':true,'limits':[],"
            "'objective':{},'count_expected':1,'diploma_route':'yes'"),
     "/holds TYPE; /claims TYPE; /experience TYPE; /attributes TYPE; /under_way TYPE; /limits "
     "TYPE; "
     "/objective TYPE; /count_expected TYPE; /diploma_route TYPE"},
    {INTAKE(",'holds':[],'claims':[],'experience':[],'attributes':[],'under_way':[],'limits':{},"
            "'count_expected':false,'diploma_route':true"),
     ""},
    /* dates */
    {"{'format':'leerroute-intake/1','id':'i','start':'1900-01-01','goal':{'unit':'u'},"
     "'capacity':{'study_hours_per_week':1}}",
     ""},
    {"{'format':'leerroute-intake/1','id':'i','start':'2199-12-31','goal':{'unit':'u'},"
     "'capacity':{'study_hours_per_week':1}}",
     ""},
    {"{'format':'leerroute-intake/1','id':'i','start':'1899-12-31','goal':{'unit':'u'},"
     "'capacity':{'study_hours_per_week':1}}",
     "/start DATE"},
    {"{'format':'leerroute-intake/1','id':'i','start':'2200-01-01','goal':{'unit':'u'},"
     "'capacity':{'study_hours_per_week':1}}",
     "/start DATE"},
    {LIMITS("'finish_by':'2026-9-30'"), "/limits/finish_by DATE"},
    {LIMITS("'finish_by':'2027-02-29'"), "/limits/finish_by DATE"},
    {LIMITS("'finish_by':'2028-02-29'"), ""},
    {LIMITS("'finish_by':' 2028-02-28'"), "/limits/finish_by DATE"},
    {LIMITS("'finish_by':'2028-02-28T00:00'"), "/limits/finish_by DATE"},
    /* goal */
    {GOAL("{}"), "/goal REQUIREMENT"},
    {GOAL("{'all':[]}"), ""},
    {GOAL("{'any':[]}"), ""},
    {GOAL("{'not':{'attribute':'bbl'}}"), ""},
    {GOAL("{'at_least':0,'of':[{'weight':1000000,'that':{'function':'f'}}]}"), ""},
    {GOAL("{'all':[{'unit':'w'},{'certificate':'d'},{'unit':'a'},{'unit':'u-1'}]}"),
     "/goal/all/0/unit UNKNOWN_ID; /goal/all/1/certificate UNKNOWN_ID; "
     "/goal/all/2/unit UNKNOWN_ID; /goal/all/3/unit UNKNOWN_ID"},
    {GOAL("{'assessment':'a'}"), "/goal/assessment UNKNOWN_KEY"},
    {GOAL("{'competence':'adl','evidence':'e'}"), "/goal/evidence UNKNOWN_KEY"},
    {GOAL("{'weight':1,'that':{'unit':'u'}}"), "/goal REQUIREMENT"},
    /* holds */
    {HOLDS("{'competence':'adl'},{'competence':'adl','level':1,'obtained':'2020-01-01',"
           "'valid_until':'2030-01-01','evidence':'','expected':true},{'certificate':'k',"
           "'expected':false},{'diploma':'d','x-a':0},{'unit':'u','obtained':'2199-12-31'}"),
     ""},
    {HOLDS("{'function':'f'},{'attribute':'bbl'},{'all':[]},{},{'level':3},{'unit':'u',"
           "'diploma':'d'},5,{'assessment':'a'}"),
     "/holds/0 HOLDING; /holds/1 HOLDING; /holds/2 HOLDING; /holds/3 HOLDING; /holds/4 HOLDING; "
     "/holds/5 HOLDING; /holds/6 TYPE; /holds/7/assessment UNKNOWN_KEY"},
    {HOLDS("{'unit':'u','started':true},{'unit':'u','level':3},{'certificate':'k','started':true}"),
     "/holds/0/started UNKNOWN_KEY; /holds/1/level UNKNOWN_KEY; /holds/2/started UNKNOWN_KEY"},
    {HOLDS("{'competence':'adl','level':6,'obtained':'x','valid_until':0,'evidence':[],"
           "'expected':'true'}"),
     "/holds/0/level RANGE; /holds/0/obtained DATE; /holds/0/valid_until TYPE; "
     "/holds/0/evidence TYPE; /holds/0/expected TYPE"},
    {HOLDS("{'competence':'k'},{'certificate':''},{'diploma':null},{'unit':'A B'}"),
     "/holds/0/competence UNKNOWN_ID; /holds/1/certificate EMPTY; /holds/2/diploma TYPE; "
     "/holds/3/unit UNKNOWN_ID"},
    {HOLDS("{'certificate':'k'},{'certificate':'k'}"), ""},
    {HOLDS("{'certificate':'k','obtained':'2026-01-02','valid_until':'2026-01-01'}"),
     "/holds/0 NEVER_COUNTS?"},
    /* claims and experience */
    {INTAKE(",'claims':[{'competence':'adl','level':5,'evidence':'e'},{'competence':'adl'}]"), ""},
    {INTAKE(",'claims':[{'certificate':'k'},{'competence':'adl','expected':true},"
            "{'competence':'adl','obtained':'2020-01-01'},{'competence':'adll'},{},[]]"),
     "/claims/0 CLAIM; /claims/1/expected UNKNOWN_KEY; /claims/2/obtained UNKNOWN_KEY; "
     "/claims/3/competence UNKNOWN_ID; /claims/4 CLAIM; /claims/5 TYPE"},
    {INTAKE(",'experience':[{'occupation':'b','years':0},{'occupation':'b','years':1000000},"
            "{'occupation':'b','years':2,'source':'s'}]"),
     ""},
    {INTAKE(",'experience':[{'occupation':'b'},{'years':1},{'occupation':'c','years':1.5},"
            "{'occupation':'b','years':-1},{'occupation':'b','years':1,'level':2},'b',"
            "{'occupatoin':'b','years':1}]"),
     "/experience/0 MISSING_KEY; /experience/1 MISSING_KEY; /experience/2/occupation UNKNOWN_ID; "
     "/experience/2/years RANGE; /experience/3/years RANGE; /experience/4/level UNKNOWN_KEY; "
     "/experience/5 TYPE; /experience/6/occupatoin UNKNOWN_KEY"},
    /* attributes */
    {INTAKE(",'attributes':['bbl','bbl','uitkering']"), ""},
    {INTAKE(",'attributes':['bol','',1,{'attribute':'bbl'}]"),
     "/attributes/0 UNKNOWN_ID; /attributes/1 EMPTY; /attributes/2 TYPE; /attributes/3 TYPE"},
    /* under way */
    {UNDER_WAY("{'unit':'u','ends':'2026-12-01','study_hours_per_week':168,"
               "'practice_hours_per_week':0},{'assessment':'a','ends':'2026-12-01','code':''},"
               "{'unit':'v','ends':'2199-12-31'}"),
     "/under_way/1 GRANTS_NOTHING?"},
    {UNDER_WAY("{'unit':'u'},{'assessment':'a','end':'2026-12-01'},{'ends':'2026-12-01'},"
               "{'unit':'v','assessment':'a','ends':'2026-12-01'},{},'u'"),
     "/under_way/0 MISSING_KEY; /under_way/1/end UNKNOWN_KEY; /under_way/2 UNIT_OR_ASSESSMENT; "
     "/under_way/3 UNIT_OR_ASSESSMENT; /under_way/4 UNIT_OR_ASSESSMENT; /under_way/5 TYPE"},
    {UNDER_WAY("{'unti':'u','ends':'2026-12-01'},{'offering':'u-1','ends':'2026-12-01'}"),
     "/under_way/0/unti UNKNOWN_KEY; /under_way/1/offering UNKNOWN_KEY"},
    {UNDER_WAY("{'unit':'u','ends':'x','study_hours_per_week':169,'practice_hours_per_week':-1,"
               "'start':'2026-09-01'}"),
     "/under_way/0/ends DATE; /under_way/0/study_hours_per_week RANGE; "
     "/under_way/0/practice_hours_per_week RANGE; /under_way/0/start UNKNOWN_KEY"},
    {UNDER_WAY("{'unit':'u','ends':'2026-12-01'},{'assessment':'a','ends':'2026-12-01'},"
               "{'unit':'u','ends':'2026-12-02'},{'assessment':'a','ends':'2026-12-01'},"
               "{'unit':'u','ends':'2026-12-01'}"),
     "/under_way/2 UNDER_WAY_TWICE; /under_way/3 UNDER_WAY_TWICE; /under_way/4 UNDER_WAY_TWICE"},
    /* ... what is at fault itself is not there twice besides */
    {UNDER_WAY("{'unit':'','ends':'2026-12-01'},{'unit':'','ends':'2026-12-01'},"
               "{'unit':'w','ends':'2026-12-01'},{'unit':'w','ends':'2026-12-01'},"
               "{'unit':'u','ends':'2026-12-01'},{'assessment':'u','ends':'2026-12-01'}"),
     "/under_way/0/unit EMPTY; /under_way/1/unit EMPTY; /under_way/2/unit UNKNOWN_ID; "
     "/under_way/3/unit UNKNOWN_ID; /under_way/5/assessment UNKNOWN_ID"},
    /* capacity */
    {CAPACITY("{}"), "/capacity MISSING_KEY"},
    {CAPACITY("{'practice_hours_per_week':3}"), "/capacity MISSING_KEY"},
    {CAPACITY("{'study_hours_per_week':168,'practice_hours_per_week':168,'parallel':100,"
              "'periods':[]}"),
     ""},
    {CAPACITY("{'study_hours_per_week':-0,'practice_hours_per_week':0,'parallel':1}"),
     "/capacity/study_hours_per_week NO_HOURS?"},
    {CAPACITY("{'study_hours_per_week':169,'practice_hours_per_week':1e2,'parallel':0,'hours':1}"),
     "/capacity/study_hours_per_week RANGE; /capacity/practice_hours_per_week RANGE; "
     "/capacity/parallel RANGE; /capacity/hours UNKNOWN_KEY"},
    {CAPACITY("{'study_hours_per_week':1,'parallel':101,'periods':{}}"),
     "/capacity/parallel RANGE; /capacity/periods TYPE"},
    {PERIODS("{'from':'2026-12-21','to':'2027-01-03','study_hours_per_week':0,"
             "'practice_hours_per_week':0,'parallel':1},{'from':'2026-12-20','to':'2026-12-20'},"
             "{'from':'1900-01-01','to':'2026-12-13'},{'from':'2027-01-04','to':'2199-12-31'}"),
     ""},
    {PERIODS("{'from':'2026-12-21'},{'to':'2026-12-21'},{},5,{'from':'x','to':'2026-12-21'},"
             "{'from':'2026-12-21','to':'2026-12-21','study_hours_per_week':200,'parallel':'1',"
             "'periods':[]}"),
     "/capacity/periods/0 MISSING_KEY; /capacity/periods/1 MISSING_KEY; "
     "/capacity/periods/2 MISSING_KEY; /capacity/periods/2 MISSING_KEY; /capacity/periods/3 TYPE; "
     "/capacity/periods/4/from DATE; /capacity/periods/5/study_hours_per_week RANGE; "
     "/capacity/periods/5/parallel TYPE; /capacity/periods/5/periods UNKNOWN_KEY"},
    {PERIODS("{'from':'2026-12-22','to':'2026-12-21'},{'to':'2026-12-21','from':'2026-12-22'},"
             "{'from':'2026-12-21','to':'2026-12-21'}"),
     "/capacity/periods/0/to DATE_ORDER; /capacity/periods/1/to DATE_ORDER"},
    {PERIODS("{'from':'2026-12-01','to':'2026-12-07'},{'from':'2026-12-14','to':'2026-12-20'},"
             "{'from':'2026-12-13','to':'2026-12-13'},{'from':'2026-11-01','to':'2026-12-31'}"),
     "/capacity/periods/2 OVERLAP; /capacity/periods/3 OVERLAP"},
    /* limits */
    {LIMITS("'budget_eur':0"), ""},
    {LIMITS("'budget_eur':1000000000,'x-note':[]"), ""},
    {LIMITS("'budget_eur':1000000001,'budget':1"),
     "/limits/budget_eur RANGE; /limits/budget UNKNOWN_KEY"},
    {LIMITS("'leerwegen':['bbl'],'providers':['Aventus','Aventus'],'places':['Deventer']"), ""},
    {LIMITS("'leerwegen':[],'providers':[],'places':[],'exclude':[],'include':[]"),
     "/limits/leerwegen EMPTY; /limits/providers EMPTY; /limits/places EMPTY; "
     "/limits/exclude EMPTY; /limits/include EMPTY"},
    {LIMITS("'leerwegen':'bbl','providers':[1],'places':[null],'exclude':'u','include':{}"),
     "/limits/leerwegen TYPE; /limits/providers/0 TYPE; /limits/places/0 TYPE; "
     "/limits/exclude TYPE; /limits/include TYPE"},
    {LIMITS("'exclude':['u','u','u-1','a','a-1']"), ""},
    {LIMITS("'exclude':['w','','k',1,'u-4']"),
     "/limits/exclude/0 UNKNOWN_STEP; /limits/exclude/1 EMPTY; /limits/exclude/2 UNKNOWN_STEP; "
     "/limits/exclude/3 TYPE; /limits/exclude/4 UNKNOWN_STEP"},
    {INCLUDE("{'unit':'u','offering':'u-2','start':'2026-09-07'},{'unit':'v','note':1}"),
     "/limits/include/1/note UNKNOWN_KEY"},
    {INCLUDE("{},{'unit':'u','assessment':'a'},{'offering':'u-1'},{'certificate':'k'},'u',"
             "{'unit':'u','ends':'2026-12-01'}"),
     "/limits/include/0 UNIT_OR_ASSESSMENT; /limits/include/1 UNIT_OR_ASSESSMENT; "
     "/limits/include/2 UNIT_OR_ASSESSMENT; /limits/include/3/certificate UNKNOWN_KEY; "
     "/limits/include/4 TYPE; /limits/include/5/ends UNKNOWN_KEY"},
    {INCLUDE("{'unit':'u','offering':'v-1'},{'unit':'v','offering':'no'},"
             "{'assessment':'a','offering':''}"),
     "/limits/include/0/offering FOREIGN_OFFERING; /limits/include/1/offering FOREIGN_OFFERING; "
     "/limits/include/2/offering EMPTY"},
    {INCLUDE("{'unit':'u','offering':'v'},{'unit':'w','offering':'u-1'},"
             "{'unit':'v','offering':1,'start':'2026'}"),
     "/limits/include/0/offering FOREIGN_OFFERING; /limits/include/1/unit UNKNOWN_ID; "
     "/limits/include/2/offering TYPE; /limits/include/2/start DATE"},
    {INCLUDE("{'unit':'u'},{'unit':'v'},{'unit':'u','start':'2026-09-07'}"),
     "/limits/include/2 INCLUDE_TWICE"},
    {INTAKE(",'limits':{'include':[{'unit':'v'},{'unit':'u'},{'unit':'u'}]},"
            "'under_way':[{'unit':'u','ends':'2026-12-01'}]"),
     "/limits/include/1 INCLUDE_UNDER_WAY; /limits/include/2 INCLUDE_UNDER_WAY"},
    {INTAKE(",'limits':{'include':[{'assessment':'u'},{'unit':'w'},{'unit':'w'},{'unit':''},"
            "{'unit':''}]},'under_way':[{'unit':'u','ends':'2026-12-01'},"
            "{'unit':'w','ends':'2026-12-01'}]"),
     "/limits/include/0/assessment UNKNOWN_ID; /limits/include/1/unit UNKNOWN_ID; "
     "/limits/include/2/unit UNKNOWN_ID; /limits/include/3/unit EMPTY; "
     "/limits/include/4/unit EMPTY; /under_way/1/unit UNKNOWN_ID"},
    /* objective */
    {INTAKE(",'objective':['hours']"), ""},
    {INTAKE(",'objective':[]"), "/objective EMPTY"},
    {INTAKE(",'objective':['cost','finish','cost','time',1,'hours','hours']"),
     "/objective/2 REPEATED; /objective/3 WORD; /objective/4 TYPE; /objective/6 REPEATED"},
    /* repeated keys */
    {INTAKE(",'id':'j','capacity':5"), "/id DUPLICATE_KEY; /capacity DUPLICATE_KEY"},
    {LIMITS("'budget_eur':1,'budget_eur':-1"), "/limits/budget_eur DUPLICATE_KEY"},
    {HOLDS("{'unit':'u','unit':'w','x-a':{'b':1,'b':2}}"),
     "/holds/0/unit DUPLICATE_KEY; /holds/0/x-a/b DUPLICATE_KEY"},
    /* ids of 64 characters, and of 65 */
    {"{'format':'leerroute-intake/1','start':'2026-09-02','goal':{'unit':'u'},'id':"
     "'abcdefghijklmnopqrstuvwxyz.0123456789_-abcdefghijklmnopqrstuvwxyz',"
     "'capacity':{'study_hours_per_week':1}}",
     "/id ID"},
    {"{'format':'leerroute-intake/1','start':'2026-09-02','goal':{'unit':'u'},'id':"
     "'abcdefghijklmnopqrstuvwxyz.0123456789_-abcdefghijklmnopqrstuvwxy',"
     "'capacity':{'study_hours_per_week':1}}",
     ""},
};

/* Asserts that each row of faults comes out. */
static void assert_row(const leerroute_catalogue *catalogue, const fault_row *row) {
    char *faults = intake_faults(catalogue, row->json, 0);
    ck_assert_msg(strcmp(faults, row->faults) == 0, "%s\n  gives %s\n  not   %s", row->json, faults,
                  row->faults);
    free(faults);
}

START_TEST(faults_stand_where_they_should) {
    leerroute_catalogue *catalogue = right_catalogue(catalogue_json);
    assert_row(catalogue, &rows[_i]);
    leerroute_catalogue_free(catalogue);
}
END_TEST

/* ---- Without a catalogue ---- */

static const fault_row without_catalogue[] = {
    {INTAKE(""), " NO_REFERENCES?"},
    {INTAKE(",'holds':[{'unit':'w'},{'unit':'W'},{'diploma':''}],'attributes':['x','x y'],"
            "'claims':[{'competence':'z','level':9}],'experience':[{'occupation':'o','years':1}]"),
     " NO_REFERENCES?; /holds/1/unit ID; /holds/2/diploma EMPTY; /attributes/1 ID; "
     "/claims/0/level RANGE"},
    {INTAKE(",'under_way':[{'unit':'p','ends':'2020-01-01'},{'unit':'p','ends':'2020-01-01'},"
            "{'unit':'P','ends':'2020-01-01'},{'unit':'P','ends':'2020-01-01'}],"
            "'limits':{'include':[{'unit':'p'},{'unit':'q','offering':'r s'},{'unit':'q'}],"
            "'exclude':['s','t u'],'providers':['nobody']}"),
     " NO_REFERENCES?; /under_way/1 UNDER_WAY_TWICE; /under_way/2/unit ID; /under_way/3/unit ID; "
     "/limits/include/0 INCLUDE_UNDER_WAY; /limits/include/1/offering ID; "
     "/limits/include/2 INCLUDE_TWICE; /limits/exclude/1 ID"},
};

START_TEST(form_is_checked_without_a_catalogue) {
    assert_row(NULL, &without_catalogue[_i]);
}
END_TEST

/* ---- Warnings ---- */

static const fault_row warnings[] = {
    {LIMITS("'providers':['Aventis'],'places':['Zwolle','Deventer'],'leerwegen':['bbl','duaal']"),
     "/limits/providers/0 PROVIDER?; /limits/places/0 PLACE?; /limits/leerwegen/1 LEERWEG?"},
    {INTAKE(",'claims':[{'competence':'koken'},{'competence':'adl'},{'competence':'tillen'}]"),
     "/claims/0 CLAIM?"},
    {HOLDS("{'certificate':'k','valid_until':'2026-08-30'}," /* the Sunday before the start */
           "{'certificate':'k','valid_until':'2026-08-31'}," /* the Monday of its week */
           "{'certificate':'k','obtained':'2025-08-30'},"    /* valid for a year */
           "{'certificate':'k','obtained':'2025-08-31'},"
           "{'certificate':'l','obtained':'1950-01-01'}," /* for ever */
           "{'diploma':'d','obtained':'2026-12-01','valid_until':'2026-11-29'}"),
     "/holds/0 NEVER_COUNTS?; /holds/2 NEVER_COUNTS?; /holds/5 NEVER_COUNTS?"},
    {LIMITS("'finish_by':'2026-09-01'"), "/limits/finish_by FINISH_PAST?"},
    {LIMITS("'finish_by':'2026-09-02'"), ""},
    {CAPACITY("{'study_hours_per_week':0,'periods':[{'from':'2026-10-01','to':'2026-10-01',"
              "'parallel':1}]}"),
     "/capacity/study_hours_per_week NO_HOURS?"},
    {CAPACITY("{'study_hours_per_week':0,'periods':[{'from':'2026-10-01','to':'2026-10-01',"
              "'study_hours_per_week':1}]}"),
     ""},
    {UNDER_WAY("{'unit':'u','ends':'2026-09-01'},{'unit':'v','ends':'2026-09-02'}"),
     "/under_way/0 ENDED?"},
    {UNDER_WAY("{'assessment':'a','ends':'2026-10-01'}"), "/under_way/0 GRANTS_NOTHING?"},
    {INTAKE(",'claims':[{'competence':'tillen'}],"
            "'under_way':[{'assessment':'a','ends':'2026-10-01'}]"),
     ""},
    {INTAKE(",'experience':[{'occupation':'e','years':0}],"
            "'under_way':[{'assessment':'a','ends':'2026-10-01'}]"),
     ""},
    {INCLUDE("{'assessment':'a'}"), "/limits/include/0 GRANTS_NOTHING?"},
    {LIMITS("'include':[{'unit':'u'},{'unit':'v','offering':'v-1'}],'leerwegen':['bbl'],"
            "'exclude':['u-1','u-2']"),
     "/limits/include/1 INCLUDE_BARRED?"},
    {LIMITS("'include':[{'unit':'u'}],'exclude':['u']"), "/limits/include/0 INCLUDE_BARRED?"},
    {LIMITS("'include':[{'unit':'u','offering':'u-1'}],'providers':['Deltion']"),
     "/limits/include/0 INCLUDE_BARRED?"},
    {INCLUDE("{'unit':'u','offering':'u-1','start':'2026-08-31'}"), /* 1 September is too early */
     "/limits/include/0 INCLUDE_START?"},
    {INCLUDE("{'unit':'u','offering':'u-1','start':'2027-09-05'}"), ""},
    {INCLUDE("{'unit':'u','offering':'u-3','start':'2026-09-28'}"), ""},
    {INCLUDE("{'unit':'u','offering':'u-3','start':'2026-11-02'}"),
     "/limits/include/0 INCLUDE_START?"},
    {INCLUDE("{'unit':'v','start':'2026-08-30'}"), "/limits/include/0 INCLUDE_START?"},
};

START_TEST(what_is_odd_is_warned_of) {
    leerroute_catalogue *catalogue = right_catalogue(catalogue_json);
    assert_row(catalogue, &warnings[_i]);
    leerroute_catalogue_free(catalogue);
}
END_TEST

START_TEST(a_start_long_past_is_warned_of) {
    leerroute_catalogue *catalogue = right_catalogue(catalogue_json);
    lri_day start;
    lri_day_parse("2026-09-02", &start);
    char *faults = intake_faults(catalogue, INTAKE(""), start + 365);
    ck_assert_str_eq(faults, "");
    free(faults);
    faults = intake_faults(catalogue, INTAKE(""), start + 366);
    ck_assert_str_eq(faults, "/start START_PAST?");
    free(faults);
    leerroute_catalogue_free(catalogue);
}
END_TEST

/* ---- The frozen intake ---- */

typedef struct frozen {
    leerroute_catalogue *catalogue;
    leerroute_intake *intake;
} frozen;

static frozen freeze(const char *json) {
    frozen f = {.catalogue = right_catalogue(catalogue_json)};
    f.intake = right_intake(f.catalogue, json);
    return f;
}

static void let_go(frozen *f) {
    leerroute_intake_free(f->intake);
    leerroute_catalogue_free(f->catalogue);
}

static lri_day day(const char *text) {
    lri_day out = -1;
    ck_assert(lri_day_parse_late(text, &out));
    return out;
}

START_TEST(holdings_count_from_and_until) {
    static const struct {
        const char *from, *until, *lapses;
    } expected[] = {
        {"2026-09-02", NULL, NULL},
        {"2026-09-02", "2026-12-31", "2026-12-31"},
        {"2027-01-31", "2028-01-31", "2028-01-31"},
        {"2027-08-31", "2028-02-29", "2028-02-29"},
        {"2027-01-31", NULL, NULL},
        {"2199-12-31", "2200-06-30", "2200-06-30"},
    };
    frozen f = freeze(
        HOLDS("{'competence':'adl','level':2,'obtained':'2020-01-01','evidence':'proof'},"
              "{'certificate':'k','obtained':'2020-01-01','valid_until':'2026-12-31'},"
              "{'certificate':'k','obtained':'2027-01-31'},{'diploma':'d','obtained':'2027-08-31'},"
              "{'unit':'u','obtained':'2027-01-31','expected':true},"
              "{'diploma':'d','obtained':'2199-12-31'}"));
    ck_assert_uint_eq(f.intake->hold_count, 6);
    for (uint32_t i = 0; i < 6; i++) {
        const lri_holding *h = &f.intake->holds[i];
        const char *until = expected[i].until, *lapses = expected[i].lapses;
        ck_assert_int_eq(h->from, lri_week_of(day(expected[i].from)));
        ck_assert_int_eq(h->until, until ? lri_week_of(day(until)) : LRI_ALWAYS_WEEK);
        ck_assert_int_eq(h->lapses, lapses ? day(lapses) : -1);
        ck_assert(h->counts);
    }
    ck_assert_int_eq(f.intake->holds[0].kind, LRI_COMPETENCE);
    ck_assert_uint_eq(f.intake->holds[0].level, 2);
    ck_assert_str_eq(f.intake->holds[0].evidence, "proof");
    ck_assert_int_eq(f.intake->holds[3].kind, LRI_AWARD);
    ck_assert_uint_eq(f.intake->holds[3].index, 2);
    ck_assert_int_eq(f.intake->holds[4].kind, LRI_UNIT);
    ck_assert(f.intake->holds[4].expected);
    let_go(&f);
}
END_TEST

START_TEST(what_is_expected_may_be_left_out) {
    frozen f = freeze(INTAKE(",'count_expected':false,'holds':[{'unit':'u','expected':true},"
                             "{'unit':'v','expected':false}]"));
    ck_assert(!f.intake->holds[0].counts);
    ck_assert(f.intake->holds[1].counts);
    let_go(&f);
}
END_TEST

START_TEST(claims_come_by_competence_highest_first) {
    static const struct {
        uint32_t competence, occupation;
        uint8_t level;
    } expected[] = {{0, LRI_NONE, 4}, {0, 0, 4}, {0, 1, 4},
                    {0, LRI_NONE, 2}, {1, 0, 5}, {1, LRI_NONE, 4}};
    frozen f = freeze(INTAKE(",'claims':[{'competence':'tillen'},{'competence':'adl','level':2},"
                             "{'competence':'adl','evidence':'e'}],'experience':["
                             "{'occupation':'b','years':1},{'occupation':'e','years':0},"
                             "{'occupation':'b','years':5},{'occupation':'e','years':9}]"));
    ck_assert_uint_eq(f.intake->claim_count, sizeof expected / sizeof *expected);
    for (uint32_t i = 0; i < f.intake->claim_count; i++) {
        ck_assert_uint_eq(f.intake->claims[i].competence, expected[i].competence);
        ck_assert_uint_eq(f.intake->claims[i].level, expected[i].level);
        ck_assert_uint_eq(f.intake->claims[i].occupation, expected[i].occupation);
    }
    ck_assert_str_eq(f.intake->claims[0].evidence, "e");
    ck_assert_uint_eq(lri_intake_claimed_level(f.intake, 0), 4);
    ck_assert_uint_eq(lri_intake_claimed_level(f.intake, 1), 5);
    ck_assert_uint_eq(lri_intake_claimed_level(f.intake, 2), 0);
    let_go(&f);
}
END_TEST

START_TEST(experience_too_short_claims_nothing) {
    frozen f = freeze(INTAKE(",'experience':[{'occupation':'b','years':4}]"));
    ck_assert_uint_eq(lri_intake_claimed_level(f.intake, 0), 0);
    ck_assert_uint_eq(lri_intake_claimed_level(f.intake, 1), 5);
    let_go(&f);
}
END_TEST

/* The capacity in the week of the date. */
static void assert_capacity(const leerroute_intake *intake, const char *date, int study,
                            int practice, int parallel) {
    lri_capacity c = lri_intake_capacity(intake, lri_week_of(day(date)));
    ck_assert_int_eq(c.study_hours, study);
    ck_assert_int_eq(c.practice_hours, practice);
    ck_assert_int_eq(c.parallel, parallel);
}

START_TEST(periods_leave_the_rest_as_it_is) {
    frozen f =
        freeze(CAPACITY("{'periods':[{'from':'2027-01-04','to':'2027-01-17','parallel':1},"
                        "{'from':'2026-12-23','to':'2026-12-28','study_hours_per_week':0}],"
                        "'study_hours_per_week':16,'practice_hours_per_week':8,'parallel':3}"));
    assert_capacity(f.intake, "2026-12-20", 16, 8, 3);
    assert_capacity(f.intake, "2026-12-21", 0, 8, 3);
    assert_capacity(f.intake, "2027-01-03", 0, 8, 3);
    assert_capacity(f.intake, "2027-01-04", 16, 8, 1);
    assert_capacity(f.intake, "2027-01-18", 16, 8, 3);
    let_go(&f);
    f = freeze(INTAKE(""));
    assert_capacity(f.intake, "2026-09-02", 16, 0, INT32_MAX);
    let_go(&f);
}
END_TEST

START_TEST(limits_say_which_offerings_pass) {
    frozen f = freeze(LIMITS("'providers':['Nobody','Aventus'],'leerwegen':['bbl','derde-leerweg'],"
                             "'exclude':['u-3','a'],'budget_eur':5,'finish_by':'2027-01-01'"));
    static const bool passes[] = {true, false, false, false, false};
    for (uint32_t o = 0; o < 5; o++) ck_assert_int_eq(lri_intake_allows(f.intake, o), passes[o]);
    ck_assert_int_eq(f.intake->budget_eur, 5);
    ck_assert_int_eq(f.intake->finish_by, day("2027-01-01"));
    let_go(&f);
    f = freeze(INTAKE(""));
    for (uint32_t o = 0; o < 5; o++) ck_assert(lri_intake_allows(f.intake, o));
    ck_assert_int_eq(f.intake->budget_eur, INT64_MAX);
    ck_assert_int_eq(f.intake->finish_by, -1);
    let_go(&f);
}
END_TEST

START_TEST(lists_are_frozen) {
    frozen f = freeze(INTAKE(",'attributes':['uitkering'],'under_way':[{'assessment':'a',"
                             "'ends':'2026-12-01','study_hours_per_week':3}],'limits':{'include':["
                             "{'unit':'u','offering':'u-2','start':'2026-09-12'},{'unit':'v'}]},"
                             "'objective':['hours','finish']"));
    ck_assert_uint_eq(f.intake->attributes[0], 0);
    ck_assert_uint_eq(f.intake->attributes[1], 1);
    const lri_under_way *w = &f.intake->under_way[0];
    ck_assert_uint_eq(w->activity, 2);
    ck_assert_int_eq(w->ends, lri_week_of(day("2026-12-01")));
    ck_assert_int_eq(w->study_hours, 3);
    ck_assert_int_eq(w->practice_hours, 0);
    const lri_include *include = f.intake->includes;
    ck_assert_uint_eq(include[0].offering, 1);
    ck_assert_int_eq(include[0].start, lri_week_of(day("2026-09-07")));
    ck_assert_uint_eq(include[1].activity, 1);
    ck_assert_uint_eq(include[1].offering, LRI_NONE);
    ck_assert_int_eq(include[1].start, -1);
    ck_assert_uint_eq(f.intake->objective_count, 2);
    ck_assert_int_eq(f.intake->objective[0], LEERROUTE_HOURS);
    ck_assert_int_eq(f.intake->objective[1], LEERROUTE_FINISH);
    ck_assert_str_eq(leerroute_intake_id(f.intake), "i");
    let_go(&f);
}
END_TEST

static const struct {
    const char *json;
    bool diploma_route;
} diploma_routes[] = {
    {GOAL("{'diploma':'d'}"), true},
    {GOAL("{'certificate':'k'}"), false},
    {GOAL("{'function':'f'}"), false}, /* it asks for a diploma, but the goal as written does not */
    {GOAL("{'all':[{'unit':'u'},{'at_least':0,'of':[{'weight':0,'that':{'any':[{'diploma':'d'}]}}]}"
          "]}"),
     true},
    {"{" NEEDED ",'diploma_route':false,'goal':{'diploma':'d'}}", false},
    {INTAKE(",'diploma_route':true"), true},
};

START_TEST(a_diploma_in_the_goal_is_a_diploma_route) {
    frozen f = freeze(diploma_routes[_i].json);
    ck_assert_int_eq(f.intake->diploma_route, diploma_routes[_i].diploma_route);
    ck_assert_int_eq(lri_intake_price(f.intake, 0), diploma_routes[_i].diploma_route ? 0 : 100);
    let_go(&f);
}
END_TEST

/* ---- Changing it ---- */

START_TEST(the_goal_is_replaced) {
    frozen f = freeze(INTAKE(""));
    ck_assert_int_eq(leerroute_intake_set_goal(f.intake, LEERROUTE_DIPLOMA, "d"), LEERROUTE_OK);
    const lri_requirement *goal = &f.intake->requirements.nodes[f.intake->goal];
    ck_assert_int_eq(goal->kind, LRI_AWARD);
    ck_assert_uint_eq(goal->index, 2);
    ck_assert(f.intake->diploma_route);
    ck_assert_int_eq(leerroute_intake_set_goal(f.intake, LEERROUTE_FUNCTION, "f"), LEERROUTE_OK);
    goal = &f.intake->requirements.nodes[f.intake->goal];
    ck_assert_int_eq(goal->kind, LRI_FUNCTION);
    ck_assert(!f.intake->diploma_route);
    static const struct {
        leerroute_kind kind;
        const char *id;
    } wrong[] = {{LEERROUTE_DIPLOMA, "k"},
                 {LEERROUTE_UNIT, "u"},
                 {LEERROUTE_DIPLOMA, NULL},
                 {(leerroute_kind)99, "d"}};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        ck_assert_int_eq(leerroute_intake_set_goal(f.intake, wrong[i].kind, wrong[i].id),
                         LEERROUTE_MISUSE);
    ck_assert_ptr_eq(goal, &f.intake->requirements.nodes[f.intake->goal]);
    let_go(&f);
    f = freeze(INTAKE(",'diploma_route':false"));
    ck_assert_int_eq(leerroute_intake_set_goal(f.intake, LEERROUTE_DIPLOMA, "d"), LEERROUTE_OK);
    ck_assert(!f.intake->diploma_route);
    let_go(&f);
}
END_TEST

START_TEST(the_objective_is_replaced) {
    static const leerroute_measure right[] = {LEERROUTE_COST, LEERROUTE_FINISH};
    static const leerroute_measure twice[] = {LEERROUTE_COST, LEERROUTE_COST};
    static const leerroute_measure none[] = {(leerroute_measure)3};
    frozen f = freeze(INTAKE(""));
    ck_assert_uint_eq(f.intake->objective_count, 3);
    ck_assert_int_eq(f.intake->objective[2], LEERROUTE_HOURS);
    ck_assert_int_eq(leerroute_intake_set_objective(f.intake, right, 2), LEERROUTE_OK);
    ck_assert_int_eq(leerroute_intake_set_objective(f.intake, twice, 2), LEERROUTE_MISUSE);
    ck_assert_int_eq(leerroute_intake_set_objective(f.intake, none, 1), LEERROUTE_MISUSE);
    ck_assert_int_eq(leerroute_intake_set_objective(f.intake, right, 0), LEERROUTE_MISUSE);
    ck_assert_int_eq(leerroute_intake_set_objective(f.intake, right, 4), LEERROUTE_MISUSE);
    ck_assert_int_eq(leerroute_intake_set_objective(f.intake, NULL, 1), LEERROUTE_MISUSE);
    ck_assert_uint_eq(f.intake->objective_count, 2);
    ck_assert_int_eq(f.intake->objective[0], LEERROUTE_COST);
    let_go(&f);
}
END_TEST

Suite *intake_suite(void) {
    Suite *suite = suite_create("intake");
    TCase *tests = tcase_create("faults");
    tcase_add_loop_test(tests, faults_stand_where_they_should, 0, sizeof rows / sizeof *rows);
    tcase_add_loop_test(tests, form_is_checked_without_a_catalogue, 0,
                        sizeof without_catalogue / sizeof *without_catalogue);
    tcase_add_loop_test(tests, what_is_odd_is_warned_of, 0, sizeof warnings / sizeof *warnings);
    tcase_add_test(tests, a_start_long_past_is_warned_of);
    suite_add_tcase(suite, tests);
    TCase *kept = tcase_create("frozen");
    tcase_add_test(kept, holdings_count_from_and_until);
    tcase_add_test(kept, what_is_expected_may_be_left_out);
    tcase_add_test(kept, claims_come_by_competence_highest_first);
    tcase_add_test(kept, experience_too_short_claims_nothing);
    tcase_add_test(kept, periods_leave_the_rest_as_it_is);
    tcase_add_test(kept, limits_say_which_offerings_pass);
    tcase_add_test(kept, lists_are_frozen);
    tcase_add_loop_test(kept, a_diploma_in_the_goal_is_a_diploma_route, 0,
                        sizeof diploma_routes / sizeof *diploma_routes);
    tcase_add_test(kept, the_goal_is_replaced);
    tcase_add_test(kept, the_objective_is_replaced);
    suite_add_tcase(suite, kept);
    return suite;
}
