#define _GNU_SOURCE
#include "CMarkdownSupport.h"

#include <pthread.h>

#ifdef PTHREAD_ADAPTIVE_MUTEX_INITIALIZER_NP
static pthread_mutex_t finishing = PTHREAD_ADAPTIVE_MUTEX_INITIALIZER_NP;
#else
static pthread_mutex_t finishing = PTHREAD_MUTEX_INITIALIZER;
#endif

void tidings_finish_lock(void) { pthread_mutex_lock(&finishing); }
void tidings_finish_unlock(void) { pthread_mutex_unlock(&finishing); }
