/* Variations on an intake: the same person, with one thing or another different.
 *
 * A variation is a copy whose lists are its own and may be changed; its texts and requirements are
 * those of the intake that it was made of, which must outlive it, and so must the catalogue. What
 * stands alone is changed in place: a period, the budget (INT64_MAX: none), the
 * deadline
 * (-1: none), a list of what is allowed (count 0: all), an attribute, the level of a claim. What
 * hangs together, or makes a list longer, has a function here. */
#ifndef LRI_MODEL_INTAKE_VARY_H
#define LRI_MODEL_INTAKE_VARY_H

#include <string.h>

#include "model/intake.h"

/* Makes `variation` one of `intake`. It is all zero, or was made before: its memory is used again.
 * Free its arena when done. False when there is no memory. O(lists + attributes). */
bool lri_intake_vary(leerroute_intake *variation, const leerroute_intake *intake);

/* A lenient variation is one of no person: what the planner finds impossible with it is impossible
 * with each of several. An attribute of the value 2 is both stated and not stated; and what is held
 * keeps no certificate or diploma from being awarded again. */

/* The person is available from another day: what is held counts from then on, too. */
void lri_intake_set_start(leerroute_intake *intake, lri_day start);

/* The person has other hours a week, also in the periods that do not say so themselves. */
void lri_intake_set_study_hours(leerroute_intake *intake, int32_t hours);
void lri_intake_set_practice_hours(leerroute_intake *intake, int32_t hours);

/* Whether what is expected counts. */
void lri_intake_count_expected(leerroute_intake *intake, bool counts);

/* What is held does not lapse. */
void lri_holding_last(lri_holding *holding);

/* May what is held keep a certificate or diploma from being awarded for good? Then a person who
 * does not hold it may be better off. Of all else that is held, more is never less. */
bool lri_holding_bars(const leerroute_catalogue *catalogue, const lri_holding *holding);

/* The person has a thing too, from the later of week(start) and week(obtained) on; `from`, `until`,
 * `lapses` and `counts` follow from the rest, as if it were read without `valid_until`. False when
 * there is no memory, as in the next four. */
bool lri_intake_hold(leerroute_intake *intake, lri_holding holding);

bool lri_intake_follow(leerroute_intake *intake, lri_under_way under_way);
bool lri_intake_include(leerroute_intake *intake, lri_include include);

/* A unit or assessment; and an offering. */
bool lri_intake_exclude(leerroute_intake *intake, uint32_t activity);
bool lri_intake_exclude_offering(leerroute_intake *intake, uint32_t offering);

/* Nothing asks for the unit or assessment any more. */
void lri_intake_uninclude(leerroute_intake *intake, uint32_t activity);

/* The person claims nothing of the competence. */
void lri_intake_unclaim(leerroute_intake *intake, uint32_t competence);

/* Takes entry i out of a list: lri_take_out(v->includes, v->include_count, i). */
#define lri_take_out(list, count, i)                                                               \
    ((void)memmove(&(list)[i], &(list)[(i) + 1], ((count) - (i)-1) * sizeof *(list)),              \
     (void)(count)--)

#endif
