/* Pieces of catalogues as JSON written with ', for tests that need many small ones. */
#ifndef UNIT_PIECES_H
#define UNIT_PIECES_H

#define OFFERED(id, offering, rest)                                                                \
    "{'id':'" id "','name':'U','offerings':[{'id':'o-" id "'," offering "}]" rest "}"
#define UNIT(id, rest)  OFFERED(id, "'weeks':4", rest)
#define ASKS(asked)     ",'requires':" asked
#define GRANTS(granted) ",'grants':[" granted "]"
#define UNITS(units)    "'units':[" units "]"
#define AND(one, other) one "," other
#define X               "{'competence':'x'}"
#define K               "{'certificate':'k'}"

#endif
