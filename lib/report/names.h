/* What things are called in a report: "diploma Verzorgende IG", "Medicatie (onder directe
 * begeleiding)". */
#ifndef LRI_REPORT_NAMES_H
#define LRI_REPORT_NAMES_H

#include "model/intake.h"
#include "report/page.h"

/* "onder directe begeleiding" */
const char *lri_level_name(lri_page *page, uint8_t level);

/* A leaf of a requirement; `level` counts for a competence. */
const char *lri_leaf_name(lri_page *page, const leerroute_catalogue *catalogue,
                          lri_requirement_kind kind, uint32_t index, uint8_t level);

/* A requirement in words: "A, B and (C or D)"; one of many parts is not spelt out. */
const char *lri_requirement_name(lri_page *page, const leerroute_catalogue *catalogue,
                                 const lri_requirements *pool, uint32_t node);

/* Adds "bewijs: ..." to the notes, unless the name says it already. `evidence` may be NULL. */
void lri_add_evidence(lri_page *page, lri_series *notes, const char *name, const char *evidence);

/* What is held, with its evidence: "diploma Helpende (bewijs: ...)". */
const char *lri_holding_name(lri_page *page, const leerroute_catalogue *catalogue,
                             const lri_holding *holding);

#endif
