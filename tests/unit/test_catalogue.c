#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "support.h"

#define CATALOGUE(rest) "{'format':'leerroute-catalogue/1','id':'c'" rest "}"
#define COMPETENCES     ",'competences':[{'id':'adl','name':'ADL'},{'id':'tillen','name':'Tillen'}]"
#define OFFERINGS(rest) ",'units':[{'id':'u','name':'U','offerings':[" rest "]}]"
#define OFFERING(rest)  CATALOGUE(OFFERINGS("{'id':'o'" rest "}"))
#define UNIT(rest)                                                                                 \
    CATALOGUE(COMPETENCES ",'units':[{'id':'u','name':'U','offerings':[{'id':'o','weeks':1}]" rest \
                          "}]")
#define REQUIRES(requirement)                                                                      \
    CATALOGUE(COMPETENCES                                                                          \
              OFFERINGS("{'id':'o','weeks':1}") ",'attributes':[{'id':'bbl','name':'Bbl'}],"       \
                                                "'certificates':[{'id':'k','name':'K'}],"          \
                                                "'diplomas':[{'id':'d','name':'D'}],'functions':[" \
                                                "{'id':'f','name':'F','requires':" requirement     \
                                                "}]")
#define AT "/functions/0/requires"

static const fault_row rows[] = {
    /* the file */
    {"[]", " TYPE"},
    {"5", " TYPE"},
    {"{}", " MISSING_KEY;  MISSING_KEY"},
    {"{'id':'c'}", " MISSING_KEY"},
    {"{'format':'leerroute-catalogue/2','id':'c'}", "/format FORMAT"},
    {"{'format':1,'id':'c'}", "/format TYPE"},
    {"{'format':'leerroute-intake/1','id':'i','goal':{},'start':1}", "/format FORMAT"},
    {"{'format':'leerroute-catalogue/1','id':'C 1'}", "/id ID"},
    {"{'format':'leerroute-catalogue/1','id':''}", "/id EMPTY"},
    {CATALOGUE(",'title':''"), ""},
    {CATALOGUE(",'title':null"), "/title TYPE"},
    {CATALOGUE(",'units':{}"), "/units TYPE"},
    {CATALOGUE(",'unit':[]"), "/unit UNKNOWN_KEY"},
    {CATALOGUE(",'x-a':{'unit':1.5},'description':'d','code':'k','source':'s'"), ""},
    {CATALOGUE(",'description':1,'code':[],'source':null"),
     "/description TYPE; /code TYPE; /source TYPE"},
    {CATALOGUE(",'a/b':1,'m~n':2,'':3"),
     "/a~1b UNKNOWN_KEY; /m~0n UNKNOWN_KEY; / UNKNOWN_KEY"},
    {CATALOGUE(",'X-a':1,'x':1"), "/X-a UNKNOWN_KEY; /x UNKNOWN_KEY"},
    /* ids and names */
    {CATALOGUE(",'attributes':[5,{},{'id':'a'},{'name':'A'},{'id':'','name':''}]"),
     "/attributes/0 TYPE; /attributes/1 MISSING_KEY; /attributes/1 MISSING_KEY; "
     "/attributes/2 MISSING_KEY; /attributes/3 MISSING_KEY; /attributes/4/id EMPTY; "
     "/attributes/4/name EMPTY"},
    {CATALOGUE(",'attributes':[{'id':'a','name':'A'},{'id':'b','name':'B'},{'id':'a','name':'C'},"
               "{'id':'a','name':'D'}]"),
     "/attributes/2/id ID_TWICE; /attributes/3/id ID_TWICE"},
    {CATALOGUE(",'attributes':[{'id':'a','name':'A'}],'competences':[{'id':'a','name':'A'}]"), ""},
    {CATALOGUE(",'attributes':[{'id':'a.b_c-0','name':' '}]"), ""},
    {CATALOGUE(",'attributes':[{'id':"
               "'1234567890123456789012345678901234567890123456789012345678901234','name':'A'}]"),
     ""},
    {CATALOGUE(",'attributes':[{'id':"
               "'12345678901234567890123456789012345678901234567890123456789012345','name':'A'}]"),
     "/attributes/0/id ID"},
    {CATALOGUE(",'attributes':[{'id':'a b','name':'A'},{'id':'\xc3\xa9','name':'A'},"
               "{'id':7,'name':'A'}]"),
     "/attributes/0/id ID; /attributes/1/id ID; /attributes/2/id TYPE"},
    {CATALOGUE(",'attributes':[{'name':'A','id':"
               "'abcdefghijklmnopqrstuvwxyz.0123456789_-abcdefghijklmnopqrstuvwxy'},{'name':'A','id':"
               "'abcdefghijklmnopqrstuvwxyz.0123456789_-abcdefghijklmnopqrstuvwxyz'}]"),
     "/attributes/1/id ID"},
    {CATALOGUE(",'attributes':[{'id':'a','nmae':'A'}]"), "/attributes/0/nmae UNKNOWN_KEY"},
    {CATALOGUE(",'attributes':[{'id':'a','colour':'A'}]"),
     "/attributes/0 MISSING_KEY; /attributes/0/colour UNKNOWN_KEY"},
    /* ids of units, assessments and offerings are unique together: the later in the file */
    {UNIT(",'x-1':1}],'assessments':[{'id':'o','name':'A','validates':['adl'],'offerings':["
          "{'id':'o2','weeks':1},{'id':'u','weeks':1}]"),
     "/assessments/0/id ID_TWICE; /assessments/0/offerings/1/id ID_TWICE"},
    {CATALOGUE(COMPETENCES ",'assessments':[{'id':'u','name':'A','validates':['adl'],'offerings':["
                           "{'id':'p','weeks':1}]}]" OFFERINGS("{'id':'o','weeks':1}")),
     "/units/0/id ID_TWICE"},
    {CATALOGUE(",'units':[{'offerings':[{'id':'u','weeks':1}],'id':'u','name':'U'}]"),
     "/units/0/id ID_TWICE"},
    /* units */
    {UNIT(",'kind':'keuzedeel','level':8,'effect':'verdiepend','grants':[]"), ""},
    {UNIT(",'kind':'keuzedel','level':9,'effect':''"),
     "/units/0/kind WORD; /units/0/level RANGE; /units/0/effect WORD"},
    {UNIT(",'grants':{'competence':'adl'}"), "/units/0/grants TYPE"},
    {UNIT(",'grants':[{'competence':'adl','level':0},{'unit':'u'},{'competence':'no'},"
          "{'comptence':'adl'},{},'adl',{'competence':'adl','certificate':'x'},"
          "{'competence':'adl','started':true},{'all':[]},{'competence':'','x-a':1}]"),
     "/units/0/grants/0/level RANGE; /units/0/grants/1 GRANT; "
     "/units/0/grants/2/competence UNKNOWN_ID; /units/0/grants/3/comptence UNKNOWN_KEY; "
     "/units/0/grants/4 GRANT; /units/0/grants/5 TYPE; /units/0/grants/6 GRANT; "
     "/units/0/grants/7/started UNKNOWN_KEY; /units/0/grants/8 GRANT; "
     "/units/0/grants/9/competence EMPTY"},
    {CATALOGUE(",'units':[{'id':'u','name':'U'},{'id':'v','name':'V','offerings':[]},"
               "{'id':'w','name':'W','offerings':{}},{'id':'x','name':'X','oferings':[]}]"),
     "/units/0 MISSING_KEY; /units/1/offerings EMPTY; /units/2/offerings TYPE; "
     "/units/3/oferings UNKNOWN_KEY"},
    /* assessments */
    {CATALOGUE(COMPETENCES ",'assessments':[{'id':'a','name':'A','kind':'evc','max_level':5,"
                           "'validates':['adl'],'offerings':[{'id':'o','weeks':1}]},"
                           "{'id':'b','name':'B','kind':'EVC','max_level':6,'validates':[],"
                           "'offerings':[{'id':'p','weeks':1}]},"
                           "{'id':'d','name':'D','validates':['adl','no',5,''],'level':1,"
                           "'offerings':[{'id':'q','weeks':1}]}]"),
     "/assessments/1/kind WORD; /assessments/1/max_level RANGE; /assessments/1/validates EMPTY; "
     "/assessments/2/validates/1 UNKNOWN_ID; /assessments/2/validates/2 TYPE; "
     "/assessments/2/validates/3 EMPTY; /assessments/2/level UNKNOWN_KEY"},
    /* offerings */
    {OFFERING(",'weeks':520,'provider':'','place':'P','leerweg':'bbl','study_hours':20000,"
              "'practice_hours':0,'cost_eur':1000000,'cost_eur_diploma_route':0"),
     ""},
    {OFFERING(",'weeks':521,'provider':1,'study_hours':20001,'practice_hours':-1,"
              "'cost_eur':1000001,'cost_eur_diploma_route':'1'"),
     "/units/0/offerings/0/weeks RANGE; /units/0/offerings/0/provider TYPE; "
     "/units/0/offerings/0/study_hours RANGE; /units/0/offerings/0/practice_hours RANGE; "
     "/units/0/offerings/0/cost_eur RANGE; /units/0/offerings/0/cost_eur_diploma_route TYPE"},
    {OFFERING(",'weeks':1,'study_hours':-0,'practice_hours':-0.0,'cost_eur':1E3"),
     "/units/0/offerings/0/practice_hours RANGE; /units/0/offerings/0/cost_eur RANGE"},
    {OFFERING(",'weeks':9223372036854775807,'cost_eur':-9223372036854775808"),
     "/units/0/offerings/0/weeks RANGE; /units/0/offerings/0/cost_eur RANGE"},
    {OFFERING(",'weeks':4.0"), "/units/0/offerings/0/weeks RANGE"},
    {OFFERING(",'weeks':4e0"), "/units/0/offerings/0/weeks RANGE"},
    {OFFERING(",'weeks':'4'"), "/units/0/offerings/0/weeks TYPE"},
    {OFFERING(",'weeks':[]"), "/units/0/offerings/0/weeks EMPTY"},
    {OFFERING(",'weeks':[4,0,4,'x',8,8]"),
     "/units/0/offerings/0/weeks/1 RANGE; /units/0/offerings/0/weeks/2 REPEATED; "
     "/units/0/offerings/0/weeks/3 TYPE; /units/0/offerings/0/weeks/5 REPEATED"},
    {OFFERING(",'weeks':[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16]"), ""},
    {OFFERING(",'weeks':[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17]"),
     "/units/0/offerings/0/weeks TOO_MANY"},
    {OFFERING(""), "/units/0/offerings/0 MISSING_KEY"},
    {OFFERING(",'weeks':1,'name':'O'"), "/units/0/offerings/0/name UNKNOWN_KEY"},
    {OFFERING(",'weeks':1,'from':'2026-01-02','until':'2026-01-01'"),
     "/units/0/offerings/0/until DATE_ORDER"},
    {OFFERING(",'weeks':1,'until':'2026-01-01','from':'2026-01-02'"),
     "/units/0/offerings/0/until DATE_ORDER"},
    {OFFERING(",'weeks':1,'from':'2026-01-01','until':'2026-01-01'"), ""},
    {OFFERING(",'weeks':1,'from':'1900-01-01','until':'2199-12-31'"), ""},
    {OFFERING(",'weeks':1,'from':'1899-12-31','until':'2200-01-01'"),
     "/units/0/offerings/0/from DATE; /units/0/offerings/0/until DATE"},
    {OFFERING(",'weeks':1,'from':'2026-02-30','until':20260101"),
     "/units/0/offerings/0/from DATE; /units/0/offerings/0/until TYPE"},
    /* starts */
    {OFFERING(",'weeks':1,'starts':'any'"), ""},
    {OFFERING(",'weeks':1,'starts':'anytime'"), "/units/0/offerings/0/starts STARTS"},
    {OFFERING(",'weeks':1,'starts':5"), "/units/0/offerings/0/starts STARTS"},
    {OFFERING(",'weeks':1,'starts':[]"), "/units/0/offerings/0/starts EMPTY"},
    {OFFERING(",'weeks':1,'starts':['2026-01-01','2026-01-02','2026-01-01','x',5]"),
     "/units/0/offerings/0/starts/2 REPEATED; /units/0/offerings/0/starts/3 DATE; "
     "/units/0/offerings/0/starts/4 TYPE"},
    {OFFERING(",'weeks':1,'starts':['2199-12-31','1900-01-01']"), ""},
    {OFFERING(",'weeks':1,'starts':{'yearly':['02-29','09-01'],'description':'d'}"), ""},
    {OFFERING(",'weeks':1,'starts':{'yearly':['02-30','9-01','09-01','09-01',901,'','09-1x']}"),
     "/units/0/offerings/0/starts/yearly/0 MONTH_DAY; "
     "/units/0/offerings/0/starts/yearly/1 MONTH_DAY; "
     "/units/0/offerings/0/starts/yearly/3 REPEATED; /units/0/offerings/0/starts/yearly/4 TYPE; "
     "/units/0/offerings/0/starts/yearly/5 MONTH_DAY; "
     "/units/0/offerings/0/starts/yearly/6 MONTH_DAY"},
    {OFFERING(",'weeks':1,'starts':{'yearly':[]}"), "/units/0/offerings/0/starts/yearly EMPTY"},
    {OFFERING(",'weeks':1,'starts':{'yearly':'09-01'}"), "/units/0/offerings/0/starts/yearly TYPE"},
    {OFFERING(",'weeks':1,'starts':{'monthly':28}"), ""},
    {OFFERING(",'weeks':1,'starts':{'monthly':0}"), "/units/0/offerings/0/starts/monthly RANGE"},
    {OFFERING(",'weeks':1,'starts':{'monthly':[1]}"), "/units/0/offerings/0/starts/monthly TYPE"},
    {OFFERING(",'weeks':1,'starts':{}"), "/units/0/offerings/0/starts STARTS"},
    {OFFERING(",'weeks':1,'starts':{'monthly':1,'yearly':['09-01']}"),
     "/units/0/offerings/0/starts STARTS"},
    {OFFERING(",'weeks':1,'starts':{'weekly':1}"), "/units/0/offerings/0/starts/weekly UNKNOWN_KEY"},
    {OFFERING(",'weeks':1,'starts':{'monthly':1,'weekly':1}"),
     "/units/0/offerings/0/starts/weekly UNKNOWN_KEY"},
    /* certificates, diplomas, functions, occupations */
    {CATALOGUE(",'certificates':[{'id':'k','name':'K','award_weeks':520,'valid_months':1200,"
               "'kind':'mbo','grants':[{'diploma':'d'}]},{'id':'l','name':'L','award_weeks':521,"
               "'valid_months':1201,'kind':1,'crebo':'1'}],'diplomas':[{'id':'d','name':'D',"
               "'crebo':'25491','level':4},{'id':'e','name':'E','crebo':25491,'level':0,"
               "'kind':'x'}]"),
     "/certificates/1/award_weeks RANGE; /certificates/1/valid_months RANGE; "
     "/certificates/1/kind TYPE; /certificates/1/crebo UNKNOWN_KEY; /diplomas/1/crebo TYPE; "
     "/diplomas/1/level RANGE; /diplomas/1/kind UNKNOWN_KEY"},
    {CATALOGUE(",'functions':[{'id':'f','name':'F'},{'id':'g','name':'G','requires':{'all':[]},"
               "'fwg':-1}]"),
     "/functions/0 MISSING_KEY; /functions/1/fwg RANGE"},
    {CATALOGUE(COMPETENCES ",'occupations':[{'id':'b','name':'B','esco':'http://x','suggests':["
                           "{'competence':'adl'},{'level':2},{'competence':'no','years':-1},5,"
                           "{'competence':'adl','evidence':'e'}]}]"),
     "/occupations/0/suggests/1 MISSING_KEY; /occupations/0/suggests/2/competence UNKNOWN_ID; "
     "/occupations/0/suggests/2/years RANGE; /occupations/0/suggests/3 TYPE; "
     "/occupations/0/suggests/4/evidence UNKNOWN_KEY"},
    /* requirements: the leaves */
    {REQUIRES("{'competence':'adl','level':5,'description':'d','x-a':0}"), ""},
    {REQUIRES("{'unit':'u','started':true}"), ""},
    {REQUIRES("{'unit':'u','started':false}"), AT "/started ONLY_TRUE"},
    {REQUIRES("{'unit':'u','started':1}"), AT "/started TYPE"},
    {REQUIRES("{'unit':'o'}"), AT "/unit UNKNOWN_ID"},
    {REQUIRES("{'certificate':'d'}"), AT "/certificate UNKNOWN_ID"},
    {REQUIRES("{'function':'f'}"), ""},
    {REQUIRES("{'certificate':'k','level':3}"), AT "/level UNKNOWN_KEY"},
    {REQUIRES("{'competence':'adl','started':true}"), AT "/started UNKNOWN_KEY"},
    {REQUIRES("{'competence':'adl','obtained':'2020-01-01'}"), AT "/obtained UNKNOWN_KEY"},
    {REQUIRES("{'competence':['adl']}"), AT "/competence TYPE"},
    {REQUIRES("{'competence':''}"), AT "/competence EMPTY"},
    {REQUIRES("{'competence':'adl','level':4.0}"), AT "/level RANGE"},
    {REQUIRES("{'competence':'adl','level':null}"), AT "/level TYPE"},
    /* ... and their combinations */
    {REQUIRES("'adl'"), AT " TYPE"},
    {REQUIRES("[]"), AT " TYPE"},
    {REQUIRES("{}"), AT " REQUIREMENT"},
    {REQUIRES("{'description':'d'}"), AT " REQUIREMENT"},
    {REQUIRES("{'level':3}"), AT " REQUIREMENT"},
    {REQUIRES("{'comptence':'adl'}"), AT "/comptence UNKNOWN_KEY"},
    {REQUIRES("{'comptence':'adl','level':3}"), AT "/comptence UNKNOWN_KEY"},
    {REQUIRES("{'competence':'adl','unit':'u'}"), AT " REQUIREMENT"},
    {REQUIRES("{'competence':'no','unit':'no'}"), AT " REQUIREMENT"},
    {REQUIRES("{'all':[],'any':[]}"), AT " REQUIREMENT"},
    {REQUIRES("{'all':[{'any':[{'unit':'u'},{'unit':'no'}]},5]}"),
     AT "/all/0/any/1/unit UNKNOWN_ID; " AT "/all/1 TYPE"},
    {REQUIRES("{'all':{'unit':'u'}}"), AT "/all TYPE"},
    {REQUIRES("{'all':[],'extra':1}"), AT "/extra UNKNOWN_KEY"},
    {REQUIRES("{'not':{'attribute':'bbl'}}"), ""},
    {REQUIRES("{'not':{'attribute':'no'}}"), AT "/not/attribute UNKNOWN_ID"},
    {REQUIRES("{'not':{'not':{'attribute':'bbl'}}}"), AT "/not NOT"},
    {REQUIRES("{'not':{'atribute':'bbl'}}"), AT "/not/atribute UNKNOWN_KEY"},
    {REQUIRES("{'not':'bbl'}"), AT "/not TYPE"},
    {REQUIRES("{'not':{}}"), AT "/not NOT"},
    {REQUIRES("{'attribute':'bbl','not':{'attribute':'bbl'}}"), AT " REQUIREMENT"},
    {REQUIRES("{'at_least':1000000,'of':[{'unit':'u'},{'weight':0,'that':{'all':[]}}]}"), ""},
    {REQUIRES("{'at_least':0,'of':[]}"), ""},
    {REQUIRES("{'any':[]}"), ""},
    {REQUIRES("{'at_least':1000001,'of':[{'weight':1.5,'that':{'unit':'u'}}]}"),
     AT "/at_least RANGE; " AT "/of/0/weight RANGE"},
    {REQUIRES("{'at_least':1}"), AT " MISSING_KEY"},
    {REQUIRES("{'of':[]}"), AT " MISSING_KEY"},
    {REQUIRES("{'at_lest':1,'of':[]}"), AT "/at_lest UNKNOWN_KEY"},
    {REQUIRES("{'minimum':1,'of':[]}"), AT "/minimum UNKNOWN_KEY"},
    {REQUIRES("{'at_least':1,'off':[]}"), AT "/off UNKNOWN_KEY"},
    {REQUIRES("{'weight':1,'that':{'unit':'u'}}"), AT " REQUIREMENT"},
    {REQUIRES("{'at_least':1,'of':[{'weight':1},{'that':{'unit':'u'}},{'weight':1,'taht':{}},"
              "{'weight':1,'unit':'u'},{'weight':1,'that':{'unit':'u'},'unit':'u'},"
              "{'weight':1,'that':{'weight':1,'that':{'unit':'u'}}}]}"),
     AT "/of/0 MISSING_KEY; " AT "/of/1 MISSING_KEY; " AT "/of/2/taht UNKNOWN_KEY; " AT
        "/of/3/weight UNKNOWN_KEY; " AT "/of/4 REQUIREMENT; " AT "/of/5/that REQUIREMENT"},
    /* a reference that is right but for an id at fault is no second fault */
    {CATALOGUE(",'competences':[{'id':'ADL','name':'A'}],'functions':[{'id':'f','name':'F',"
               "'requires':{'any':[{'competence':'adl'},{'competence':'ADL'}]}}]"),
     "/competences/0/id ID"},
    {CATALOGUE(",'competences':[{'id':'','name':'A'}],'functions':[{'id':'f','name':'F',"
               "'requires':{'any':[{'competence':'adl'},{'competence':'adl'}]}}]"),
     "/competences/0/id EMPTY"},
    {CATALOGUE(",'competences':[{'name':'A'}],'functions':[{'id':'f','name':'F',"
               "'requires':{'any':[{'competence':'adl'},{'competence':'wassen'}]}}]"),
     "/competences/0 MISSING_KEY; /functions/0/requires/any/0/competence UNKNOWN_ID; "
     "/functions/0/requires/any/1/competence UNKNOWN_ID"},
    {CATALOGUE(COMPETENCES ",'certificates':[{'id':'k','name':'K'},{'id':'k','name':'L'}],"
                           "'functions':[{'id':'f','name':'F','requires':{'any':["
                           "{'competence':'wassen'},{'certificate':'wassen'}]}}]"),
     "/certificates/1/id ID_TWICE; /functions/0/requires/any/0/competence UNKNOWN_ID; "
     "/functions/0/requires/any/1/certificate UNKNOWN_ID"},
    {UNIT("},{'id':'o','name':'O','offerings':[{'id':'o3','weeks':1}]}],'functions':[{'id':'f',"
          "'name':'F','requires':{'any':[{'unit':'o'},{'unit':'o2'}]}"),
     "/units/1/id ID_TWICE; /functions/0/requires/any/1/unit UNKNOWN_ID"},
    {CATALOGUE(COMPETENCES ",'competenties':[],'functions':[{'id':'f','name':'F',"
                           "'requires':{'competence':'tilen'}}]"),
     "/competenties UNKNOWN_KEY; /functions/0/requires/competence UNKNOWN_ID"},
    {CATALOGUE(",'competence':[{'id':'adl','name':'A'}],'functions':[{'id':'f','name':'F',"
               "'requires':{'competence':'adl'}}]"),
     "/competence UNKNOWN_KEY"},
    {CATALOGUE(",'competences':{'adl':'A'},'functions':[{'id':'f','name':'F',"
               "'requires':{'competence':'adl'}}]"),
     "/competences TYPE"},
    /* faults come in the order of the file */
    {"{'functions':[{'requires':{'all':7},'name':'','id':'F'}],'id':'','units':5,"
     "'format':'x','competences':[{'id':'a','level':1,'name':'A'}]}",
     "/functions/0/requires/all TYPE; /functions/0/name EMPTY; /functions/0/id ID; /id EMPTY; "
     "/units TYPE; /format FORMAT; /competences/0/level UNKNOWN_KEY"},
};

START_TEST(faults_stand_where_they_should) {
    char *faults = catalogue_faults(rows[_i].json);
    ck_assert_msg(strcmp(faults, rows[_i].faults) == 0, "%s\n  gives %s\n  not   %s", rows[_i].json,
                  faults, rows[_i].faults);
    free(faults);
}
END_TEST

/* ---- Many faults ---- */

/* As many functions that ask for a competence there is not, and as many competences without name. */
static char *many_faults(size_t count) {
    lri_text text = {0};
    lri_text_puts(&text, "{'format':'leerroute-catalogue/1','functions':[");
    for (size_t i = 0; i < count; i++)
        lri_text_printf(&text, "%s{'id':'f%zu','name':'F','requires':{'competence':'c-%zu'}}",
                        i > 0 ? "," : "", i, i);
    lri_text_puts(&text, "],'id':'c','competences':[");
    for (size_t i = 0; i < count; i++)
        lri_text_printf(&text, "%s{'id':'k-%zu','name':''}", i > 0 ? "," : "", i);
    lri_text_puts(&text, "]}");
    return lri_text_take(&text, NULL);
}

START_TEST(the_first_hundred_of_the_file_remain) {
    char *json = many_faults(3000);
    char *text = quoted(json);
    leerroute_diagnostics *diagnostics = leerroute_diagnostics_new();
    leerroute_catalogue *catalogue;
    ck_assert_int_eq(
        leerroute_catalogue_parse(text, strlen(text), "f", diagnostics, &catalogue),
        LEERROUTE_INVALID);
    ck_assert_uint_eq(leerroute_diagnostics_count(diagnostics), LEERROUTE_DIAGNOSTICS_MAX);
    for (size_t i = 0; i < LEERROUTE_DIAGNOSTICS_MAX; i++) {
        char at[80];
        snprintf(at, sizeof at, "/functions/%zu/requires/competence", i);
        ck_assert_str_eq(leerroute_diagnostics_get(diagnostics, i)->at, at);
    }
    leerroute_diagnostics_free(diagnostics);
    free(text);
    free(json);
}
END_TEST

START_TEST(did_you_mean_stays_quick) {
    char *json = many_faults(50000);
    free(catalogue_faults(json)); /* the timeout of the test is the assertion */
    free(json);
}
END_TEST

static const struct {
    const char *json, *nearest;
} nearest[] = {
    {REQUIRES("{'competence':'tilen'}"), "tillen"},
    {REQUIRES("{'competence':'Tillen'}"), "tillen"},
    {REQUIRES("{'competence':'tlilen'}"), "tillen"},
    {REQUIRES("{'competence':'wondzorg'}"), NULL},
    {REQUIRES("{'comptence':'adl'}"), "competence"},
    {REQUIRES("{'competence':'adl','levle':1}"), "level"},
    {REQUIRES("{'unit':'u','titel':1}"), NULL},
    {CATALOGUE(",'competances':[]"), "competences"},
    {CATALOGUE(",'descripton':''"), "description"},
    {UNIT(",'kind':'keuzdeel'"), "keuzedeel"},
    {UNIT(",'kind':'cursus'"), NULL},
};

START_TEST(faults_say_what_was_meant) {
    char *text = quoted(nearest[_i].json);
    leerroute_diagnostics *diagnostics = leerroute_diagnostics_new();
    leerroute_catalogue *catalogue;
    leerroute_catalogue_parse(text, strlen(text), "f", diagnostics, &catalogue);
    ck_assert_uint_eq(leerroute_diagnostics_count(diagnostics), 1);
    ck_assert_pstr_eq(leerroute_diagnostics_get(diagnostics, 0)->nearest, nearest[_i].nearest);
    leerroute_diagnostics_free(diagnostics);
    free(text);
}
END_TEST

/* ---- The frozen catalogue ---- */

static const char whole[] = CATALOGUE(
    ",'title':'T'" COMPETENCES ",'attributes':[{'id':'bbl','name':'Bbl'}],"
    "'units':[{'id':'u0','name':'U0','kind':'bpv','effect':'verzwarend','requires':{'unit':'u1'},"
    "'grants':[{'competence':'adl','level':2},{'certificate':'k0'},{'competence':'adl'}],"
    "'offerings':[{'id':'o0','provider':'P','place':'Q','weeks':[8,4],'cost_eur':3,"
    "'starts':{'yearly':['02-29','09-01']},'from':'2026-09-02','until':'2027-01-01'},"
    "{'id':'o1','provider':'P','leerweg':'bbl','weeks':2,'study_hours':40,'practice_hours':50,"
    "'cost_eur':7,'cost_eur_diploma_route':0,'starts':{'monthly':5}}]},"
    "{'id':'u1','name':'U1','offerings':[{'id':'o2','weeks':1,'starts':['2026-09-01']}]}],"
    "'assessments':[{'id':'a0','name':'A0','kind':'praktijktoets','max_level':3,"
    "'validates':['tillen','adl'],'offerings':[{'id':'o3','weeks':6}]}],"
    "'certificates':[{'id':'k0','name':'K0','requires':{'at_least':2,'of':[{'competence':'adl'},"
    "{'weight':3,'that':{'competence':'adl','level':1}},{'not':{'attribute':'bbl'}}]},"
    "'valid_months':36,'award_weeks':2},{'id':'k1','name':'K1','grants':[{'diploma':'d0'}]}],"
    "'diplomas':[{'id':'d0','name':'D0','requires':{'all':[{'certificate':'k0'},"
    "{'function':'f0'},{'unit':'u1','started':true}]},'grants':[{'competence':'tillen','level':5}]}],"
    "'functions':[{'id':'f0','name':'F0','fwg':35,'requires':{'any':[{'competence':'adl'},"
    "{'diploma':'d0'}]}}],"
    "'occupations':[{'id':'b0','name':'B0','suggests':[{'competence':'adl','years':2}]}]");

START_TEST(entries_are_frozen) {
    leerroute_catalogue *c = right_catalogue(whole);
    ck_assert_str_eq(leerroute_catalogue_id(c), "c");
    ck_assert_str_eq(leerroute_catalogue_title(c), "T");
    const lri_activity *u0 = &c->activities[0], *a0 = &c->activities[2];
    ck_assert_str_eq(lri_unit_kinds[u0->kind], "bpv");
    ck_assert_uint_eq(u0->effect, 2);
    ck_assert_uint_eq(u0->grants.count, 3);
    ck_assert_uint_eq(c->requirements.nodes[u0->requires].index, 1);
    ck_assert_uint_eq(c->activities[1].requires, 0);
    ck_assert(a0->is_assessment);
    ck_assert_str_eq(lri_assessment_kinds[a0->kind], "praktijktoets");
    ck_assert_uint_eq(a0->max_level, 3);
    ck_assert_uint_eq(c->validates[a0->validates.first], 1);
    const lri_award *k0 = &c->awards[0], *k1 = &c->awards[1];
    ck_assert_int_eq(k0->valid_months, 36);
    ck_assert_int_eq(k0->award_weeks, 2);
    ck_assert_uint_eq(k1->requires, LRI_NONE);
    ck_assert_int_eq(k1->valid_months, 0);
    ck_assert(lri_is_diploma(c, 2) && !lri_is_diploma(c, 1));
    ck_assert_int_eq(c->functions[0].fwg, 35);
    ck_assert_int_eq(c->suggestions[0].years, 2);
    ck_assert_uint_eq(c->suggestions[0].level, 4);
    leerroute_catalogue_free(c);
}
END_TEST

START_TEST(offerings_are_frozen) {
    leerroute_catalogue *c = right_catalogue(whole);
    const lri_offering *o = c->offerings;
    lri_day from, until;
    lri_day_parse("2026-09-02", &from);
    lri_day_parse("2027-01-01", &until);
    ck_assert_uint_eq(c->offering_count, 4);
    ck_assert_uint_eq(o[2].activity, 1);
    ck_assert_uint_eq(o[3].activity, 2);
    ck_assert_ptr_eq(o[0].provider, o[1].provider);
    ck_assert_ptr_null(o[2].provider);
    ck_assert_ptr_null(o[0].leerweg);
    ck_assert_uint_eq(o[0].weeks.count, 2);
    ck_assert_int_eq(c->weeks[o[0].weeks.first + 1], 4);
    ck_assert_int_eq(o[0].from, lri_week_of(from));
    ck_assert_int_eq(o[0].until, lri_week_of(until));
    ck_assert_int_eq(o[1].until, LRI_ALWAYS_WEEK);
    ck_assert_int_eq(o[0].cost_eur_diploma_route, 3);
    ck_assert_int_eq(o[1].cost_eur_diploma_route, 0);
    ck_assert_int_eq(o[1].practice_hours, 50);
    ck_assert_int_eq(o[0].starts.kind, LRI_STARTS_YEARLY);
    ck_assert_int_eq(o[0].starts.values[0], 229);
    ck_assert_int_eq(o[1].starts.values[0], 5);
    ck_assert_int_eq(o[3].starts.kind, LRI_STARTS_ANY);
    leerroute_catalogue_free(c);
}
END_TEST

START_TEST(requirements_have_children_before_parents) {
    leerroute_catalogue *c = right_catalogue(whole);
    const lri_requirements *r = &c->requirements;
    ck_assert_int_eq(r->nodes[0].kind, LRI_ALL);
    ck_assert_uint_eq(r->nodes[0].count, 0);
    for (uint32_t i = 0; i < r->node_count; i++)
        for (uint32_t k = 0; k < r->nodes[i].count; k++)
            ck_assert_uint_lt(r->children[r->nodes[i].first + k].node, i);
    const lri_requirement *n = &r->nodes[c->awards[0].requires];
    ck_assert_int_eq(n->kind, LRI_AT_LEAST);
    ck_assert_uint_eq(n->need, 2);
    ck_assert_uint_eq(n->count, 3);
    ck_assert_uint_eq(r->children[n->first].weight, 1);
    ck_assert_uint_eq(r->children[n->first + 1].weight, 3);
    ck_assert_uint_eq(r->nodes[r->children[n->first + 1].node].level, 1);
    ck_assert_int_eq(r->nodes[r->children[n->first + 2].node].kind, LRI_NOT_ATTRIBUTE);
    leerroute_catalogue_free(c);
}
END_TEST

/* The givers of a thing as "a0:3 w1:0": activities a, awards w, each with its level. */
static void assert_givers(const leerroute_catalogue *c, const uint32_t *first, uint32_t thing,
                          const char *expected) {
    lri_text text = {0};
    for (uint32_t i = first[thing]; i < first[thing + 1]; i++) {
        const lri_giver *g = &c->givers[i];
        lri_text_printf(&text, " %c%u:%u", g->by_award ? 'w' : 'a', g->index, (unsigned)g->level);
    }
    char *givers = lri_text_take(&text, NULL);
    ck_assert_str_eq(givers, expected);
    free(givers);
}

static void assert_askers(const leerroute_catalogue *c, const uint32_t *first, uint32_t thing,
                          const char *expected) {
    lri_text text = {0};
    for (uint32_t i = first[thing]; i < first[thing + 1]; i++)
        lri_text_printf(&text, " %c%u", c->askers[i].is_function ? 'f' : 'w', c->askers[i].index);
    char *askers = lri_text_take(&text, NULL);
    ck_assert_str_eq(askers, expected);
    free(askers);
}

START_TEST(indexes_are_right) {
    leerroute_catalogue *c = right_catalogue(whole);
    assert_givers(c, c->competence_givers, 0, " a0:4 a2:3");
    assert_givers(c, c->competence_givers, 1, " a2:3 w2:5");
    assert_givers(c, c->award_givers, 0, " a0:0");
    assert_givers(c, c->award_givers, 1, "");
    assert_givers(c, c->award_givers, 2, " w1:0");
    assert_askers(c, c->competence_askers, 0, " w0 f0");
    assert_askers(c, c->competence_askers, 1, "");
    assert_askers(c, c->award_askers, 0, " w2");
    assert_askers(c, c->award_askers, 2, " f0");
    assert_askers(c, c->function_askers, 0, " w2");
    assert_askers(c, c->activity_askers, 0, "");
    assert_askers(c, c->activity_askers, 1, " w2");
    leerroute_catalogue_free(c);
}
END_TEST

START_TEST(things_are_found_by_kind) {
    static const struct {
        leerroute_kind kind;
        const char *id;
        uint32_t index;
    } finds[] = {{LEERROUTE_COMPETENCE, "tillen", 1}, {LEERROUTE_ATTRIBUTE, "bbl", 0},
                 {LEERROUTE_UNIT, "u1", 1},           {LEERROUTE_ASSESSMENT, "a0", 2},
                 {LEERROUTE_OFFERING, "o3", 3},       {LEERROUTE_CERTIFICATE, "k1", 1},
                 {LEERROUTE_DIPLOMA, "d0", 2},        {LEERROUTE_FUNCTION, "f0", 0},
                 {LEERROUTE_OCCUPATION, "b0", 0},     {LEERROUTE_UNIT, "a0", LRI_NONE},
                 {LEERROUTE_ASSESSMENT, "u0", LRI_NONE}, {LEERROUTE_OFFERING, "u0", LRI_NONE},
                 {LEERROUTE_UNIT, "o0", LRI_NONE},    {LEERROUTE_DIPLOMA, "k0", LRI_NONE},
                 {LEERROUTE_COMPETENCE, "", LRI_NONE}};
    leerroute_catalogue *c = right_catalogue(whole);
    for (size_t i = 0; i < sizeof finds / sizeof *finds; i++)
        ck_assert_uint_eq(lri_catalogue_find(c, finds[i].kind, finds[i].id), finds[i].index);
    static const size_t counts[LEERROUTE_KINDS] = {2, 1, 2, 1, 4, 2, 1, 1, 1};
    for (int kind = 0; kind < LEERROUTE_KINDS; kind++) {
        leerroute_kind k = (leerroute_kind)kind;
        ck_assert_uint_eq(leerroute_catalogue_count(c, k), counts[kind]);
        ck_assert_ptr_nonnull(leerroute_catalogue_id_of(c, k, counts[kind] - 1));
        ck_assert_ptr_null(leerroute_catalogue_id_of(c, k, counts[kind]));
        ck_assert_ptr_null(leerroute_catalogue_name_of(c, k, counts[kind]));
    }
    ck_assert_str_eq(leerroute_catalogue_name_of(c, LEERROUTE_ASSESSMENT, 0), "A0");
    ck_assert_str_eq(leerroute_catalogue_name_of(c, LEERROUTE_OFFERING, 0), "");
    ck_assert_str_eq(leerroute_catalogue_id_of(c, LEERROUTE_DIPLOMA, 0), "d0");
    leerroute_catalogue_free(c);
}
END_TEST

Suite *catalogue_suite(void) {
    Suite *suite = suite_create("catalogue");
    TCase *tests = tcase_create("faults");
    tcase_set_timeout(tests, 20);
    tcase_add_loop_test(tests, faults_stand_where_they_should, 0, sizeof rows / sizeof *rows);
    tcase_add_test(tests, the_first_hundred_of_the_file_remain);
    tcase_add_test(tests, did_you_mean_stays_quick);
    tcase_add_loop_test(tests, faults_say_what_was_meant, 0, sizeof nearest / sizeof *nearest);
    suite_add_tcase(suite, tests);
    TCase *frozen = tcase_create("frozen");
    tcase_add_test(frozen, entries_are_frozen);
    tcase_add_test(frozen, offerings_are_frozen);
    tcase_add_test(frozen, requirements_have_children_before_parents);
    tcase_add_test(frozen, indexes_are_right);
    tcase_add_test(frozen, things_are_found_by_kind);
    suite_add_tcase(suite, frozen);
    return suite;
}
