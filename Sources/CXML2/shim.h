// Debian's libxml2 names ICU in its headers, and Foundation carries another ICU: a program that
// sees both does not compile. Nothing of ours uses libxml2's, so it is left out of sight. (What
// it adds stands at the end of structures that libxml2 alone allocates.)
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlreader.h>
#include <libxml/xmlschemas.h>
#include <libxml/xmlwriter.h>
#include <libxml/xmlerror.h>
