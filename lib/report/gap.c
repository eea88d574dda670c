#include "report/gap.h"

static lri_state state_of(const lri_gap *gap, lri_week from) {
    if (from == gap->standing.start) return LRI_HELD;
    return from == LRI_ALWAYS_WEEK ? LRI_MISSING : LRI_COMING;
}

lri_state lri_part_state(const lri_gap *gap, uint32_t part) {
    const lri_part *p = &gap->standing.parts.items[part];
    lri_state state = state_of(gap, p->from);
    if (state != LRI_MISSING || p->asks->kind != LRI_COMPETENCE) return state;
    const lri_claim *claim = lri_intake_claim(gap->standing.intake, p->asks->index);
    return claim && claim->level >= p->asks->level ? LRI_CLAIMED : LRI_MISSING;
}

const lri_claim *lri_thing_claim(const lri_gap *gap, const lri_thing *thing) {
    if (thing->kind != LRI_COMPETENCE || thing->from != LRI_ALWAYS_WEEK) return NULL;
    return lri_intake_claim(gap->standing.intake, thing->index);
}

bool lri_can_prove(const lri_gap *gap, const lri_giver *giver, const lri_thing *thing) {
    const leerroute_intake *intake = gap->standing.intake;
    if (giver->by_award) return false;
    const lri_activity *activity = &intake->catalogue->activities[giver->index];
    if (!activity->is_assessment || giver->level < thing->level) return false;
    lri_range offerings = activity->offerings;
    for (uint32_t i = offerings.first; i < offerings.first + offerings.count; i++)
        if (lri_intake_allows(intake, i)) return true;
    return false;
}

uint8_t lri_held_below(const lri_gap *gap, const lri_thing *thing) {
    for (uint8_t l = thing->level; l > 1; l--) {
        const lri_thing *lower =
            lri_standing_thing(&gap->standing, LRI_COMPETENCE, thing->index, (uint8_t)(l - 1));
        if (lower && lower->from == gap->standing.start) return lower->level;
    }
    return 0;
}

lri_day lri_last_day(const lri_gap *gap, const lri_thing *thing) {
    if (thing->until == LRI_ALWAYS_WEEK) return -1;
    if (thing->ground.kind == LRI_BY_HOLDING) {
        const lri_holding *h = &gap->standing.intake->holds[thing->ground.index];
        if (h->until == thing->until) return h->lapses;
    }
    return 7 * thing->until + 6;
}

leerroute_status leerroute_gap(const leerroute_intake *intake, const leerroute_style *style,
                               char **out, size_t *size) {
    if (!intake || !style || !out) return LEERROUTE_MISUSE;
    lri_gap gap;
    leerroute_status status = LEERROUTE_NO_MEMORY;
    lri_standing_open(&gap.standing, intake);
    gap.goal = lri_standing_ask(&gap.standing, &intake->requirements, intake->goal);
    *out = NULL;
    if (lri_standing_find(&gap.standing))
        status = style->format == LEERROUTE_JSON ? lri_gap_json(&gap, out, size)
                                                 : lri_gap_text(&gap, style, out, size);
    lri_standing_close(&gap.standing);
    return status;
}
