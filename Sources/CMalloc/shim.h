#include <limits.h>

// Other systems have neither the header nor the switches.
#ifdef __GLIBC__
#include <malloc.h>
#endif
