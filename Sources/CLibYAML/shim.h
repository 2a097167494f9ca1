#ifndef TIDINGS_CLIBYAML_SHIM_H
#define TIDINGS_CLIBYAML_SHIM_H
#include <yaml.h>
#endif
