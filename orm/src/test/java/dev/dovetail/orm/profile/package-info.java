/** The profiles of the fake beside the engines that they follow. */
package dev.dovetail.orm.profile;
