#include "plugins.h"
#include <stdbool.h>
#include <stddef.h>
#include <string.h>

struct entry {
  /* Numbers are not used again, so that an old one cannot unload a new plugin. */
  int id;
  enum { STARTING, LOADED, LEAVING } state;
  /* Borrowed from the caller of load_plugin until the plugin is unloaded. */
  const Plugin *plugin;
  int failures;
};

/* In the order of loading. Places behind them hold nothing. While a run is under way none of those that were loaded
   before it moves. */
static struct entry entries[PLUGINS_MOST];
static size_t entry_count = 0;
static int last_id = 0;

/* How many calls of run_plugins have not returned. */
static int runs = 0;

static struct entry *find(int id) {
  for (size_t i = 0; i < entry_count; i++) {
    if (entries[i].id == id) {
      return &entries[i];
    }
  }
  return NULL;
}

static struct entry *find_loaded(int id) {
  struct entry *entry = find(id);
  return entry != NULL && entry->state == LOADED ? entry : NULL;
}

static void forget(struct entry *entry) {
  size_t behind = (size_t)(&entries[entry_count] - (entry + 1));
  memmove(entry, entry + 1, behind * sizeof *entry);
  entry_count--;
  /* Nothing that the program may release by now stays behind. */
  entries[entry_count] = (struct entry){0};
}

/* The plugin is forgotten before its own code runs: whatever `stop` asks of the host, it is not loaded any more. */
static void unload(struct entry *entry) {
  const Plugin *plugin = entry->plugin;
  forget(entry);
  if (plugin->version >= 2 && plugin->stop != NULL) {
    plugin->stop(plugin->user_data);
  }
}

int load_plugin(const Plugin *plugin) {
  if (plugin->version < 1 || plugin->version > PLUGIN_VERSION) {
    return PLUGIN_UNSUPPORTED_VERSION;
  }
  if (plugin->process == NULL) {
    return PLUGIN_INCOMPLETE;
  }
  if (entry_count == PLUGINS_MOST) {
    return PLUGIN_NO_ROOM;
  }
  int id = ++last_id;
  entries[entry_count++] = (struct entry){.id = id, .state = STARTING, .plugin = plugin};
  bool started = plugin->version < 2 || plugin->start == NULL || plugin->start(plugin->user_data) == 0;
  /* Looked up again: `start` may have unloaded plugins before it. */
  struct entry *entry = find(id);
  if (!started) {
    forget(entry);
    return PLUGIN_NOT_STARTED;
  }
  entry->state = LOADED;
  return id;
}

int unload_plugin(int id) {
  struct entry *entry = find_loaded(id);
  if (entry == NULL) {
    return PLUGIN_UNKNOWN;
  }
  if (runs > 0) {
    entry->state = LEAVING;
    return PLUGIN_UNLOADS_LATER;
  }
  unload(entry);
  return 0;
}

/* What was put off. Begins anew after each: `stop` may have loaded and unloaded others. */
static void unload_leaving(void) {
  for (size_t i = 0; i < entry_count;) {
    if (entries[i].state == LEAVING) {
      unload(&entries[i]);
      i = 0;
    } else {
      i++;
    }
  }
}

int run_plugins(int value) {
  if (value < 0) {
    return value;
  }
  size_t count = entry_count;
  runs++;
  for (size_t i = 0; i < count; i++) {
    if (entries[i].state != LOADED) {
      continue;
    }
    const Plugin *plugin = entries[i].plugin;
    int next = plugin->process(value, plugin->user_data);
    if (next < 0) {
      entries[i].failures++;
    } else {
      value = next;
    }
  }
  runs--;
  if (runs == 0) {
    unload_leaving();
  }
  return value;
}

int plugin_failures(int id) {
  const struct entry *entry = find_loaded(id);
  return entry == NULL ? PLUGIN_UNKNOWN : entry->failures;
}

int plugin_count(void) {
  int count = 0;
  for (size_t i = 0; i < entry_count; i++) {
    count += entries[i].state == LOADED;
  }
  return count;
}
